<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN">
<context>
    <name>Assessment</name>
    <message>
        <source>How it is scored</source>
        <translation>Cách chấm</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Trả lời</translation>
    </message>
    <message>
        <source>Criterion {number}: {points} of {most} points, at least {limit} needed</source>
        <translation>Tiêu chí {number}: {points}/{most} điểm, cần ít nhất {limit}</translation>
    </message>
    <message>
        <source>It reads differently from zone to zone. State the zone of the station.</source>
        <translation>Nội dung này khác nhau theo vùng. Xin ghi trạm thuộc vùng nào.</translation>
    </message>
    <message>
        <source>It reads differently in mountain and plain. State which the commune is.</source>
        <translation>Nội dung này chấm khác nhau giữa miền núi và đồng bằng. Xin khai xã thuộc miền núi hay đồng bằng.</translation>
    </message>
    <message>
        <source>As it reads in zone {zone}.</source>
        <translation>Theo quy định cho vùng {zone}.</translation>
    </message>
    <message>
        <source>Who can act: {who}</source>
        <translation>Ai làm được: {who}</translation>
    </message>
    <message>
        <source>Missing: {elements}</source>
        <translation>Còn thiếu: {elements}</translation>
    </message>
    <message>
        <source>Where it comes from (F9)</source>
        <translation>Giải trình (F9)</translation>
    </message>
    <message>
        <source>Scored from the station&apos;s figures</source>
        <translation>Chấm từ số liệu của trạm</translation>
    </message>
    <message>
        <source>Write a reason or remark (Shift+F2)</source>
        <translation>Ghi lý do, ghi chú (Shift+F2)</translation>
    </message>
    <message>
        <source>Reason: {reason}</source>
        <translation>Lý do: {reason}</translation>
    </message>
    <message>
        <source>nothing on record</source>
        <translation>chưa có</translation>
    </message>
    <message>
        <source>Evidence of this item (Ctrl+E)</source>
        <translation>Minh chứng của nội dung này (Ctrl+E)</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Minh chứng</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>hết hiệu lực</translation>
    </message>
    <message>
        <source>incomplete, without points</source>
        <translation>chưa đầy đủ, chưa có điểm</translation>
    </message>
    <message>
        <source>Items known so far</source>
        <translation>Nội dung đã biết</translation>
    </message>
    <message>
        <source>suggestion, not official</source>
        <translation>gợi ý, không phải văn bản chính thức</translation>
    </message>
    <message>
        <source>What to have ready</source>
        <translation>Nên có sẵn</translation>
    </message>
    <message>
        <source>Obligations of the plans</source>
        <translation>Việc phải có minh chứng theo kế hoạch</translation>
    </message>
    <message>
        <source>Certainty</source>
        <translation>Mức chắc chắn</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>Đạt</translation>
    </message>
    <message>
        <source>Not passed</source>
        <translation>Không đạt</translation>
    </message>
    <message>
        <source>No sufficient ground</source>
        <translation>Chưa đủ căn cứ</translation>
    </message>
    <message>
        <source>not answered yet</source>
        <translation>chưa trả lời</translation>
    </message>
    <message>
        <source>An item that asks for evidence gets 0 points while no valid paper is on record.</source>
        <translation>Nội dung cần minh chứng mà chưa có giấy tờ còn hiệu lực thì 0 điểm.</translation>
    </message>
    <message>
        <source>What is not answered, and figures that are missing, count as not met.</source>
        <translation>Nội dung chưa trả lời và số liệu còn thiếu coi như không đáp ứng.</translation>
    </message>
    <message>
        <source>Figures are taken as the station has them, unrounded; an answer against one counts only where it gives less.</source>
        <translation>Lấy số liệu của trạm, không làm tròn; câu trả lời khác số liệu chỉ được tính khi thấp điểm hơn.</translation>
    </message>
    <message>
        <source>The population of the statistics office is not known here: the station&apos;s own was used. Enter it under Settings.</source>
        <translation>Chưa có dân số theo cơ quan thống kê nên dùng dân số của trạm. Xin ghi ở Cài đặt.</translation>
    </message>
    <message>
        <source>population of the statistics office</source>
        <translation>dân số theo cơ quan thống kê</translation>
    </message>
    <message>
        <source>answer against the figures set aside</source>
        <translation>không tính câu trả lời khác số liệu</translation>
    </message>
    <message>
        <source>not answered</source>
        <translation>chưa trả lời</translation>
    </message>
    <message>
        <source>figures missing</source>
        <translation>thiếu số liệu</translation>
    </message>
    <message>
        <source>nobody concerned</source>
        <translation>không có đối tượng</translation>
    </message>
    <message>
        <source>the set does not say what it counts then</source>
        <translation>bộ tiêu chí không quy định cách tính khi không áp dụng</translation>
    </message>
    <message>
        <source>zone not stated</source>
        <translation>chưa ghi vùng</translation>
    </message>
    <message>
        <source>its figure is no longer kept</source>
        <translation>số liệu này không còn trong danh mục</translation>
    </message>
    <message>
        <source>no evidence on record</source>
        <translation>chưa có minh chứng</translation>
    </message>
    <message>
        <source>evidence expired</source>
        <translation>minh chứng hết hiệu lực</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Dự kiến</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Thay đổi</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Vì sao</translation>
    </message>
    <message>
        <source>Dry run of the inspection</source>
        <translation>Phúc tra thử</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) are expected to get other points</source>
        <translation>
            <numerusform>%n nội dung dự kiến đổi điểm</numerusform>
        </translation>
    </message>
    <message>
        <source>Self score {claimed} → expected {expected} of {most} points: {verdict}</source>
        <translation>Tự chấm {claimed} → dự kiến phúc tra {expected}/{most} điểm: {verdict}</translation>
    </message>
    <message>
        <source>Our own reckoning under these assumptions, not a result of any team:</source>
        <translation>Trạm tự tính theo các giả định sau, không phải kết quả của đoàn nào:</translation>
    </message>
    <message>
        <source>Where a criterion has no items below it, only what is not answered can be seen otherwise.</source>
        <translation>Tiêu chí chưa có nội dung chi tiết: chỉ xét được việc đã trả lời hay chưa.</translation>
    </message>
    <message>
        <source>Papers count that hold on {day}.</source>
        <translation>Giấy tờ được tính khi còn hiệu lực vào ngày {day}.</translation>
    </message>
    <message>
        <source>The files of these papers are not there or have changed, yet they are counted here: {titles}</source>
        <translation>Tệp của các giấy tờ sau chưa thấy hoặc đã đổi, ở đây vẫn tính là có: {titles}</translation>
    </message>
    <message>
        <source>The population of the statistics office was used: {number} ({source}).</source>
        <translation>Đã dùng dân số theo cơ quan thống kê: {number} ({source}).</translation>
    </message>
    <message>
        <source>the station</source>
        <translation>Trạm</translation>
    </message>
    <message>
        <source>the health centre</source>
        <translation>Trung tâm Y tế</translation>
    </message>
    <message>
        <source>the commune committee</source>
        <translation>UBND xã</translation>
    </message>
    <message>
        <source>others, or not named</source>
        <translation>Nơi khác hoặc chưa ghi</translation>
    </message>
    <message>
        <source>Self score</source>
        <translation>Tự chấm</translation>
    </message>
    <message>
        <source>entered by the station, not official</source>
        <translation>do đơn vị nhập, không phải bảng chính thức</translation>
    </message>
    <message>
        <source>knock-outs not checked – the detailed score table has not been entered</source>
        <translation>chưa kiểm tra điểm liệt – bảng điểm chi tiết chưa được nhập</translation>
    </message>
    <message>
        <source>{layer} (recognised)</source>
        <translation>{layer} (công nhận)</translation>
    </message>
    <message>
        <source>mountain or plain not stated</source>
        <translation>chưa khai miền núi hay đồng bằng</translation>
    </message>
    <message>
        <source>from the station&apos;s figures</source>
        <translation>từ số liệu của trạm</translation>
    </message>
    <message>
        <source>a person&apos;s answer against the figures: {reason}</source>
        <translation>người chấm ghi khác số liệu: {reason}</translation>
    </message>
    <message>
        <source>{points} points</source>
        <translation>{points} điểm</translation>
    </message>
    <message>
        <source>Does not apply in this zone.</source>
        <translation>Không áp dụng ở vùng này.</translation>
    </message>
    <message>
        <source>Yes: {most}; no: 0.</source>
        <translation>Có: {most}; không: 0.</translation>
    </message>
    <message>
        <source>{most}, less {per} for each fault found, not below 0.</source>
        <translation>{most}, trừ {per} cho mỗi lỗi, không dưới 0.</translation>
    </message>
    <message>
        <source>The scorer gives 0 to {most}, in steps of {step}.</source>
        <translation>Người chấm cho từ 0 đến {most}, bước {step}.</translation>
    </message>
    <message>
        <source>The source does not say how it is scored.</source>
        <translation>Nguồn không nêu cách chấm.</translation>
    </message>
    <message>
        <source>none of these: 0</source>
        <translation>ngoài các mức trên: 0</translation>
    </message>
    <message>
        <source>The first that holds counts: {tiers}; {rest}.</source>
        <translation>Tính theo mức đúng đầu tiên: {tiers}; {rest}.</translation>
    </message>
    <message>
        <source>{most} × the figure ÷ {target}, at most {most}</source>
        <translation>{most} × số liệu ÷ {target}, nhiều nhất {most}</translation>
    </message>
    <message>
        <source>, rounded to {step}</source>
        <translation>, làm tròn đến {step}</translation>
    </message>
    <message>
        <source>The set does not say whether this is a knock-out.</source>
        <translation>Bộ tiêu chí chưa ghi đây có phải điểm liệt hay không.</translation>
    </message>
    <message>
        <source>Knock-out when it gets 0 points.</source>
        <translation>Điểm liệt khi được 0 điểm.</translation>
    </message>
    <message>
        <source>Knock-out when the answer is {condition}.</source>
        <translation>Điểm liệt khi trả lời {condition}.</translation>
    </message>
    <message>
        <source>Total {total} of {most} points, {limit} needed</source>
        <translation>Tổng {total}/{most} điểm, cần {limit}</translation>
    </message>
    <message>
        <source>At least {percent}% of all points: </source>
        <translation>Từ {percent}% tổng điểm: </translation>
    </message>
    <message>
        <source>{value}, {needed} needed: enough, {more} more</source>
        <translation>{value}, cần {needed}: đủ, hơn {more}</translation>
    </message>
    <message>
        <source>{value}, {needed} needed: too little, at most {best} can be reached</source>
        <translation>{value}, cần {needed}: không đủ, nhiều nhất chỉ còn được {best}</translation>
    </message>
    <message>
        <source>{value}, {needed} needed: too little, {less} missing</source>
        <translation>{value}, cần {needed}: thiếu {less}</translation>
    </message>
    <message>
        <source>{value} so far, {needed} needed: {less} more, still open</source>
        <translation>mới có {value}, cần {needed}: còn cần {less}, chưa chấm xong</translation>
    </message>
    <message>
        <source>At least {percent}% of the points of each criterion: </source>
        <translation>Từ {percent}% điểm của mỗi tiêu chí: </translation>
    </message>
    <message>
        <source>still open in {criteria}</source>
        <translation>chưa chấm xong ở tiêu chí {criteria}</translation>
    </message>
    <message>
        <source>enough in all {count}</source>
        <translation>đủ ở cả {count} tiêu chí</translation>
    </message>
    <message>
        <source>criterion {number} has {points} of {most}, {limit} needed, {less} missing</source>
        <translation>tiêu chí {number} được {points}/{most}, cần {limit}, thiếu {less}</translation>
    </message>
    <message>
        <source>No knock-out: </source>
        <translation>Không bị điểm liệt: </translation>
    </message>
    <message>
        <source>hit at {items}</source>
        <translation>bị liệt ở {items}</translation>
    </message>
    <message>
        <source>none hit so far</source>
        <translation>đến nay chưa bị</translation>
    </message>
    <message>
        <source>none hit</source>
        <translation>không bị</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) are not scored yet</source>
        <translation>
            <numerusform>còn %n nội dung chưa chấm</numerusform>
        </translation>
    </message>
    <message>
        <source>it cannot pass any more, whatever the open items get</source>
        <translation>chắc chắn không qua, dù các nội dung còn lại được điểm tối đa</translation>
    </message>
    <message>
        <source>enough, {count} open</source>
        <translation>đủ, còn {count}</translation>
    </message>
    <message>
        <source>enough</source>
        <translation>đủ</translation>
    </message>
    <message>
        <source>{count} open</source>
        <translation>còn {count}</translation>
    </message>
    <message>
        <source>{less} too few</source>
        <translation>thiếu {less}</translation>
    </message>
    <message>
        <source>HIT</source>
        <translation>BỊ LIỆT</translation>
    </message>
    <message>
        <source>not hit</source>
        <translation>không bị</translation>
    </message>
    <message>
        <source>possible</source>
        <translation>có thể bị</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>chưa rõ</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Mã</translation>
    </message>
    <message>
        <source>What is scored</source>
        <translation>Nội dung chấm</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Hiện có</translation>
    </message>
    <message>
        <source>Can be</source>
        <translation>Có thể đạt</translation>
    </message>
    <message>
        <source>Gain</source>
        <translation>Thêm</translation>
    </message>
    <message>
        <source>Effort</source>
        <translation>Công sức</translation>
    </message>
    <message>
        <source>Who can act</source>
        <translation>Ai làm được</translation>
    </message>
    <message>
        <source>On the cheapest way</source>
        <translation>Cách ít công nhất</translation>
    </message>
    <message>
        <source>What to do first</source>
        <translation>Việc nên làm trước</translation>
    </message>
    <message>
        <source>the self score</source>
        <translation>điểm tự chấm</translation>
    </message>
    <message>
        <source>the points expected at the inspection (dry run)</source>
        <translation>điểm dự kiến khi phúc tra thử</translation>
    </message>
    <message>
        <source>St&amp;arting from:</source>
        <translation>Tính &amp;từ:</translation>
    </message>
    <message>
        <source>&amp;Who can act…  F2</source>
        <translation>&amp;Ai làm được…  F2</translation>
    </message>
    <message>
        <source>Effort is a digit from 1 (little) to 5 (much); Del takes the set&apos;s own.</source>
        <translation>Công sức là một chữ số từ 1 (ít) đến 5 (nhiều); phím Del lấy lại mức của bộ tiêu chí.</translation>
    </message>
    <message>
        <source>{item}: who can act (empty: as the set has it)</source>
        <translation>Nội dung {item}: ai làm được (để trống: theo bộ tiêu chí)</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Ghi lại</translation>
    </message>
    <message>
        <source>Starting from the self score</source>
        <translation>Tính từ điểm tự chấm</translation>
    </message>
    <message>
        <source>Starting from what the dry run expects</source>
        <translation>Tính từ điểm dự kiến khi phúc tra thử</translation>
    </message>
    <message>
        <source>{who}: up to {gain} points</source>
        <translation>{who}: có thể thêm {gain} điểm</translation>
    </message>
    <message>
        <source>Effort 1 (little) to 5: type a digit on a line to set the station&apos;s own, Del takes it back; F2 sets who can act. An item counts as lifted to the most it can get.</source>
        <translation>Công sức từ 1 (ít) đến 5: gõ một chữ số ở dòng để ghi công sức của trạm, Del để trở lại; F2 để ghi ai làm được. Mỗi nội dung coi như được nâng lên điểm cao nhất có thể.</translation>
    </message>
    <message>
        <source>The cheapest way is the set of items with the least sum of effort with which total and every criterion reach their limits and no knock-out is left; it is searched exactly, not estimated.</source>
        <translation>Cách ít công nhất là nhóm nội dung có tổng công sức nhỏ nhất để tổng điểm và từng tiêu chí đủ mức, không còn điểm liệt; chương trình xét hết mọi cách, không ước lượng.</translation>
    </message>
    <message>
        <source>{start}, {points} points. {way}</source>
        <translation>{start}: {points} điểm. {way}</translation>
    </message>
    <message>
        <source>Whatever is done, the limits cannot be reached: {clauses}</source>
        <translation>Làm hết cũng chưa đủ mức: {clauses}</translation>
    </message>
    <message>
        <source>The points reach every limit, but there is no verdict: {why}</source>
        <translation>Điểm đã đủ mọi mức, nhưng chưa có kết luận: {why}</translation>
    </message>
    <message>
        <source>The points reach every limit already: nothing has to be done.</source>
        <translation>Điểm đã đủ mọi mức, không bắt buộc làm gì thêm.</translation>
    </message>
    <message>
        <source>Cheapest way to the limits: {items}; sum of effort {effort}, total {before} → {after}</source>
        <translation>Cách ít công nhất để đủ mức: {items}; tổng công sức {effort}, tổng điểm {before} → {after}</translation>
    </message>
    <message>
        <source>total</source>
        <translation>tổng điểm</translation>
    </message>
    <message>
        <source>criterion {number}</source>
        <translation>tiêu chí {number}</translation>
    </message>
    <message>
        <source>knock-out {item}</source>
        <translation>điểm liệt {item}</translation>
    </message>
    <message>
        <source>{clause} at most {value}, {limit} needed</source>
        <translation>{clause} nhiều nhất {value}, cần {limit}</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>có</translation>
    </message>
    <message>
        <source>lifts a knock-out</source>
        <translation>gỡ điểm liệt</translation>
    </message>
    <message>
        <source>Appraisals</source>
        <translation>Thẩm định</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Chênh lệch</translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Chênh lệch</translation>
    </message>
    <message>
        <source>Only the station has scored so far.</source>
        <translation>Đến nay chỉ có trạm tự chấm.</translation>
    </message>
    <message>
        <source>Ctrl+Shift+N adds the appraisal of another level; then the differences stand here.</source>
        <translation>Ctrl+Shift+N thêm điểm thẩm định của cấp khác; khi đó chênh lệch hiện ở đây.</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) differ</source>
        <translation>
            <numerusform>%n nội dung chênh lệch</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not scored by every layer</source>
        <translation>
            <numerusform>%n chưa chấm đủ các lần</numerusform>
        </translation>
    </message>
    <message>
        <source>recognised result</source>
        <translation>kết quả được công nhận</translation>
    </message>
    <message>
        <source>Self-assessment of {year}: not begun yet</source>
        <translation>Tự chấm điểm năm {year}: chưa bắt đầu</translation>
    </message>
    <message>
        <source>No criteria set that can be scored is in force on 31 December {year}. Bring in the station&apos;s own score table, or choose another year.</source>
        <translation>Không có bộ tiêu chí chấm điểm được nào còn hiệu lực vào ngày 31/12/{year}. Xin nhập bảng điểm của đơn vị hoặc chọn năm khác.</translation>
    </message>
    <message>
        <source>With the set “{set}” points are entered criterion by criterion, and the result stays without a verdict: {why}. Bring in the station&apos;s own full table to have one.</source>
        <translation>Với “{set}”, điểm nhập theo từng tiêu chí và chưa có kết luận: {why}. Muốn có kết luận, xin nhập bảng điểm đầy đủ của đơn vị.</translation>
    </message>
    <message>
        <source>The file is open for reading only; nothing can be typed.</source>
        <translation>Tệp đang mở chỉ để xem, không nhập được.</translation>
    </message>
    <message>
        <source>Type an answer for each line; Enter goes to the next, every answer is saved at once.</source>
        <translation>Gõ câu trả lời ở từng dòng; Enter xuống dòng kế tiếp, mỗi câu trả lời được lưu ngay.</translation>
    </message>
    <message>
        <source>What the station&apos;s figures answer is scored by itself; another answer needs a reason.</source>
        <translation>Nội dung có số liệu của trạm được chấm sẵn; muốn ghi khác phải nêu lý do.</translation>
    </message>
    <message>
        <source>Below the table stands at any time what is missing until the rule is met.</source>
        <translation>Cuối bảng luôn cho biết tổng điểm và còn thiếu gì.</translation>
    </message>
    <message>
        <source>Add the points of the appraisal beside yours, and print score sheet and minutes.</source>
        <translation>Ghi điểm thẩm định bên cạnh điểm tự chấm, rồi in bảng điểm và biên bản.</translation>
    </message>
    <message>
        <source>Sets in force in {year}:</source>
        <translation>Bộ tiêu chí còn hiệu lực năm {year}:</translation>
    </message>
    <message numerus="yes">
        <source>%n criteria, {points} points</source>
        <translation>
            <numerusform>%n tiêu chí, {points} điểm</numerusform>
        </translation>
    </message>
    <message>
        <source>names only, cannot be scored</source>
        <translation>chỉ có tên tiêu chí, chưa chấm điểm được</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Số liệu</translation>
    </message>
    <message>
        <source>If it were</source>
        <translation>Nếu là</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>Thì</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>Nội dung</translation>
    </message>
    <message>
        <source>Figures that decide</source>
        <translation>Số liệu quyết định</translation>
    </message>
    <message>
        <source>Each figure behind the table, and each typed answer, is changed by one unit up and down, alone, and everything is scored again. A figure listed here deserves a second look before anybody signs.</source>
        <translation>Từng số liệu và từng câu trả lời được thử tăng, giảm một đơn vị rồi chấm lại toàn bộ. Số liệu nêu ở đây cần xem lại trước khi ký.</translation>
    </message>
    <message>
        <source>No single figure, changed by one unit, would change the verdict.</source>
        <translation>Không có số liệu nào, khi thay đổi một đơn vị, làm đổi kết luận.</translation>
    </message>
    <message>
        <source>No verdict yet: {why}</source>
        <translation>Chưa có kết luận: {why}</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) by one unit would change the verdict</source>
        <translation>
            <numerusform>Có %n thay đổi một đơn vị làm đổi kết luận</numerusform>
        </translation>
    </message>
    <message>
        <source>then fails: {clause}</source>
        <translation>thành không đủ: {clause}</translation>
    </message>
    <message>
        <source>no longer fails: {clause}</source>
        <translation>không còn thiếu: {clause}</translation>
    </message>
</context>
<context>
    <name>AssessmentAnswers</name>
    <message>
        <source>The file is open for reading only; nothing can be typed.</source>
        <translation>Tệp đang mở chỉ để xem, không nhập được.</translation>
    </message>
    <message>
        <source>Points come from the items below this heading; please score those.</source>
        <translation>Điểm của mục này cộng từ các nội dung bên dưới; xin chấm từng nội dung.</translation>
    </message>
    <message>
        <source>{item} does not apply: the set does not say what it counts then, so it stays without points.</source>
        <translation>Nội dung {item} không áp dụng: bộ tiêu chí không quy định cách tính khi đó, nên nội dung này chưa có điểm.</translation>
    </message>
    <message>
        <source>{item}: the station&apos;s figures say {figure}. Why does {answer} stand instead?</source>
        <translation>Nội dung {item}: số liệu của trạm là {figure}. Vì sao ghi {answer}?</translation>
    </message>
    <message>
        <source>Nothing was changed: the figure counts.</source>
        <translation>Không thay đổi gì: vẫn tính theo số liệu.</translation>
    </message>
    <message>
        <source>Keep with this reason</source>
        <translation>Ghi với lý do này</translation>
    </message>
    <message>
        <source>“{text}” can be read in more than one way. Which figure is meant?</source>
        <translation>“{text}” có thể hiểu theo nhiều cách. Ý là số nào?</translation>
    </message>
    <message>
        <source>“{text}” is no answer here. Type c (yes), k (no), or - where it does not apply.</source>
        <translation>“{text}” không phải câu trả lời ở đây. Xin gõ c (có), k (không) hoặc - nếu không áp dụng.</translation>
    </message>
    <message>
        <source>“{text}” is none of the choices: {choices}. Alt+Down lists them.</source>
        <translation>“{text}” không thuộc các lựa chọn: {choices}. Alt+↓ mở danh sách.</translation>
    </message>
    <message>
        <source>“{text}” was not taken. {why}</source>
        <translation>“{text}” chưa được nhận. {why}</translation>
    </message>
    <message>
        <source>“{text}” is no figure and was not taken.</source>
        <translation>“{text}” không phải số nên chưa được nhận.</translation>
    </message>
    <message>
        <source>This is the recognised result: the year&apos;s figures about the criteria change with it.</source>
        <translation>Đây là kết quả đã công nhận: số liệu của năm về bộ tiêu chí thay đổi theo.</translation>
    </message>
    <message>
        <source>There is no answer yet that a reason could stand beside.</source>
        <translation>Chưa có câu trả lời để ghi lý do.</translation>
    </message>
    <message>
        <source>{item}: reason or remark beside this answer</source>
        <translation>Nội dung {item}: lý do, ghi chú của câu trả lời</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Ghi</translation>
    </message>
    <message>
        <source>&amp;-  does not apply</source>
        <translation>&amp;-  không áp dụng</translation>
    </message>
</context>
<context>
    <name>AssessmentDeeds</name>
    <message>
        <source>Every item has its points.</source>
        <translation>Mọi nội dung đã có điểm.</translation>
    </message>
    <message>
        <source>This line is not scored from a figure of the station.</source>
        <translation>Dòng này không chấm từ số liệu của trạm.</translation>
    </message>
</context>
<context>
    <name>AssessmentDrafts</name>
    <message numerus="yes">
        <source>%n text(s) typed earlier and not taken stand in their cells again, marked.</source>
        <translation>
            <numerusform>%n nội dung gõ trước đây chưa nhận được vẫn nằm trong ô, có đánh dấu.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AssessmentHead</name>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Mở</translation>
    </message>
    <message>
        <source>&amp;Year:</source>
        <translation>&amp;Năm:</translation>
    </message>
    <message>
        <source>&amp;Set:</source>
        <translation>&amp;Bộ tiêu chí:</translation>
    </message>
    <message>
        <source>&amp;Layer:</source>
        <translation>&amp;Lần chấm:</translation>
    </message>
</context>
<context>
    <name>AssessmentLayers</name>
    <message>
        <source>Appraisal by another level</source>
        <translation>Thẩm định của cấp khác</translation>
    </message>
    <message>
        <source>The assessment of this year is not begun yet; it has no layer.</source>
        <translation>Năm này chưa bắt đầu chấm nên chưa có lần chấm nào.</translation>
    </message>
    <message>
        <source>The level of appraisal needs a name, for example Sở Y tế.</source>
        <translation>Xin ghi tên cấp thẩm định, ví dụ Sở Y tế.</translation>
    </message>
    <message>
        <source>There is a layer called “{name}” already.</source>
        <translation>Đã có lần chấm tên “{name}”.</translation>
    </message>
    <message>
        <source>“{name}” cannot be the recognised result yet, these are not scored: {items}</source>
        <translation>Chưa thể lấy “{name}” làm kết quả công nhận, vì còn nội dung chưa chấm: {items}</translation>
    </message>
    <message numerus="yes">
        <source>Take “{name}” away with its %n answer(s)? The log keeps everything.</source>
        <translation>
            <numerusform>Xóa lần chấm “{name}” cùng %n câu trả lời? Nhật ký vẫn giữ.</numerusform>
        </translation>
    </message>
    <message>
        <source>Take it away (Alt+1)</source>
        <translation>Xóa (Alt+1)</translation>
    </message>
</context>
<context>
    <name>AssessmentModel</name>
    <message>
        <source>No.</source>
        <translation>TT</translation>
    </message>
    <message>
        <source>What is scored</source>
        <translation>Nội dung chấm</translation>
    </message>
    <message>
        <source>Max.</source>
        <translation>Điểm chuẩn</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Trả lời</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Điểm</translation>
    </message>
    <message>
        <source>Knock-out</source>
        <translation>Điểm liệt</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Minh chứng</translation>
    </message>
    <message>
        <source>not taken</source>
        <translation>chưa được nhận</translation>
    </message>
</context>
<context>
    <name>AssessmentPages</name>
    <message>
        <source>Evidence of the item</source>
        <translation>Minh chứng của nội dung</translation>
    </message>
    <message>
        <source>Criteria sets: bring in, edit, hand over</source>
        <translation>Bộ tiêu chí: nhập, sửa, chuyển cho nơi khác</translation>
    </message>
    <message>
        <source>Zone of the station</source>
        <translation>Phân vùng của trạm</translation>
    </message>
    <message>
        <source>Compare years and sets</source>
        <translation>So sánh các năm, các bộ tiêu chí</translation>
    </message>
    <message>
        <source>Decision of recognition</source>
        <translation>Quyết định công nhận</translation>
    </message>
    <message>
        <source>Describe this layer: scorer, day, remark</source>
        <translation>Lần chấm này: người chấm, ngày, ghi chú</translation>
    </message>
    <message>
        <source>Add the appraisal of another level</source>
        <translation>Thêm điểm thẩm định của cấp khác</translation>
    </message>
    <message>
        <source>Print score sheet and minutes</source>
        <translation>In bảng tự chấm và biên bản</translation>
    </message>
</context>
<context>
    <name>AssessmentPane</name>
    <message>
        <source>About this line</source>
        <translation>Về nội dung này</translation>
    </message>
</context>
<context>
    <name>AssessmentScreen</name>
    <message>
        <source>Score table</source>
        <translation>Bảng điểm</translation>
    </message>
    <message>
        <source>Parts of the assessment</source>
        <translation>Các phần của trang tự chấm</translation>
    </message>
    <message>
        <source>End of the table.</source>
        <translation>Hết bảng.</translation>
    </message>
    <message>
        <source>Help: self-assessment</source>
        <translation>Trợ giúp: tự chấm điểm</translation>
    </message>
    <message>
        <source>Certainty: {certainty}</source>
        <translation>Mức chắc chắn: {certainty}</translation>
    </message>
    <message>
        <source>not in force on 31 December of this year</source>
        <translation>không còn hiệu lực vào ngày 31/12 năm này</translation>
    </message>
    <message numerus="yes">
        <source>%n not scored: next (F8)</source>
        <translation>
            <numerusform>Còn %n chưa chấm: tới (F8)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AssessmentSettings</name>
    <message>
        <source>Year</source>
        <translation>Năm</translation>
    </message>
    <message>
        <source>Population</source>
        <translation>Số dân</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Nguồn</translation>
    </message>
    <message>
        <source>Entered by</source>
        <translation>Người nhập</translation>
    </message>
    <message>
        <source>Population by year</source>
        <translation>Số dân theo năm</translation>
    </message>
    <message>
        <source>&amp;Keep the population</source>
        <translation>&amp;Ghi số dân</translation>
    </message>
    <message>
        <source>&amp;Take the year away</source>
        <translation>&amp;Xóa năm này</translation>
    </message>
    <message>
        <source>not stated yet</source>
        <translation>chưa ghi</translation>
    </message>
    <message>
        <source>Northern midlands and mountains</source>
        <translation>Trung du miền núi phía Bắc</translation>
    </message>
    <message>
        <source>Red River delta</source>
        <translation>Đồng bằng sông Hồng</translation>
    </message>
    <message>
        <source>North Central</source>
        <translation>Bắc Trung Bộ</translation>
    </message>
    <message>
        <source>South Central coast</source>
        <translation>Duyên hải Nam Trung Bộ</translation>
    </message>
    <message>
        <source>Central Highlands</source>
        <translation>Tây Nguyên</translation>
    </message>
    <message>
        <source>South East</source>
        <translation>Đông Nam Bộ</translation>
    </message>
    <message>
        <source>Mekong delta</source>
        <translation>Đồng bằng sông Cửu Long</translation>
    </message>
    <message>
        <source>group 1: next to towns, or little agriculture</source>
        <translation>nhóm 1: ven đô thị hoặc ít nông nghiệp</translation>
    </message>
    <message>
        <source>group 2: the others</source>
        <translation>nhóm 2: các xã còn lại</translation>
    </message>
    <message>
        <source>group 3: regions II and III of the mountain areas</source>
        <translation>nhóm 3: khu vực II, III vùng dân tộc thiểu số và miền núi</translation>
    </message>
    <message>
        <source>Population of the statistics office</source>
        <translation>Dân số theo cơ quan thống kê</translation>
    </message>
    <message>
        <source>The inspection divides by this population. Where a year has none, the dry run uses the station&apos;s own and says so. The source is the paper that it was taken from.</source>
        <translation>Đoàn phúc tra chia theo số dân này. Năm nào chưa có thì phần chấm thử dùng số dân của trạm và có ghi rõ. Nguồn là văn bản đã lấy số.</translation>
    </message>
    <message>
        <source>&amp;Year</source>
        <translation>&amp;Năm</translation>
    </message>
    <message>
        <source>&amp;People</source>
        <translation>Số &amp;dân</translation>
    </message>
    <message>
        <source>&amp;Source</source>
        <translation>Ng&amp;uồn</translation>
    </message>
    <message>
        <source>New-rural sets</source>
        <translation>Bộ tiêu chí nông thôn mới</translation>
    </message>
    <message>
        <source>Some levels differ by region (to 2025) or by group of communes (from 2026). The first choice holds from the start, a later one from today.</source>
        <translation>Một số mức khác nhau theo vùng (đến 2025) hoặc theo nhóm xã (từ 2026). Lần chọn đầu có giá trị từ trước đến nay, lần sau có giá trị từ hôm nay.</translation>
    </message>
    <message>
        <source>&amp;Region</source>
        <translation>&amp;Khu vực</translation>
    </message>
    <message>
        <source>&amp;Group of communes</source>
        <translation>N&amp;hóm xã</translation>
    </message>
    <message>
        <source>Please type the year with four digits, for example 2024.</source>
        <translation>Xin ghi năm bằng bốn chữ số, ví dụ 2024.</translation>
    </message>
    <message>
        <source>“{text}” is no population. Please type a whole number, for example 4.127.</source>
        <translation>“{text}” không phải là số dân. Xin gõ số nguyên, ví dụ 4.127.</translation>
    </message>
    <message>
        <source>Please name the source, for example the letter of the statistics office.</source>
        <translation>Xin ghi nguồn, ví dụ văn bản của cơ quan thống kê.</translation>
    </message>
    <message>
        <source>Kept: {population} people in {year}.</source>
        <translation>Đã ghi: {population} người năm {year}.</translation>
    </message>
    <message>
        <source>The population of {year} was taken away.</source>
        <translation>Đã xóa số dân năm {year}.</translation>
    </message>
    <message>
        <source>Kept: {choice}.</source>
        <translation>Đã ghi: {choice}.</translation>
    </message>
</context>
<context>
    <name>AssessmentStart</name>
    <message>
        <source>&amp;Begin to score  Enter</source>
        <translation>Bắt đầu &amp;chấm  Enter</translation>
    </message>
    <message>
        <source>Bring &amp;in the full score table…</source>
        <translation>Nhậ&amp;p bảng điểm đầy đủ…</translation>
    </message>
    <message>
        <source>Nothing is sent anywhere; everything stays in the station file.</source>
        <translation>Không gửi đi đâu; mọi thứ nằm trong tệp của trạm.</translation>
    </message>
</context>
<context>
    <name>AssessmentTrace</name>
    <message>
        <source>Close (Esc)</source>
        <translation>Đóng (Esc)</translation>
    </message>
    <message>
        <source>{item} is not scored from a figure of the station.</source>
        <translation>Nội dung {item} không chấm từ số liệu của trạm.</translation>
    </message>
    <message>
        <source>{item}: where its figure comes from</source>
        <translation>Nội dung {item}: số liệu tính từ đâu</translation>
    </message>
</context>
<context>
    <name>AssessmentUndo</name>
    <message>
        <source>The last change is still being saved; press the keys again in a moment.</source>
        <translation>Thay đổi vừa rồi đang được lưu; xin bấm lại sau giây lát.</translation>
    </message>
    <message>
        <source>not answered</source>
        <translation>chưa trả lời</translation>
    </message>
    <message>
        <source>{item} is again: {answer}</source>
        <translation>Nội dung {item} trở lại là: {answer}</translation>
    </message>
    <message>
        <source>{item} is again: effort {effort}, who can act: {who}</source>
        <translation>Nội dung {item} trở lại là: công sức {effort}, người làm được: {who}</translation>
    </message>
    <message>
        <source>as the set has it</source>
        <translation>như bộ tiêu chí</translation>
    </message>
    <message>
        <source>Nothing typed here since the program was started is left to take back. What was typed earlier stands in the log.</source>
        <translation>Không còn gì nhập ở đây trong phiên làm việc này để hoàn tác. Những gì nhập từ trước xem ở Nhật ký.</translation>
    </message>
    <message>
        <source>Nothing that was taken back here is left to do again.</source>
        <translation>Không còn gì đã hoàn tác ở đây để làm lại.</translation>
    </message>
    <message>
        <source>What to do first</source>
        <translation>Việc nên làm trước</translation>
    </message>
    <message>
        <source>Nothing changes here: what was typed last stands under “{where}”. Show that first, then press again.</source>
        <translation>Ở đây không có gì đổi: lần nhập gần nhất nằm ở “{where}”. Xin mở phần đó rồi bấm lại.</translation>
    </message>
</context>
<context>
    <name>AssessmentView</name>
    <message>
        <source>Working it out…</source>
        <translation>Đang tính…</translation>
    </message>
</context>
<context>
    <name>BackupModel</name>
    <message>
        <source>Made at</source>
        <translation>Lúc</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Vì sao</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Số liệu</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Thay đổi</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Cỡ</translation>
    </message>
    <message>
        <source>Lies in</source>
        <translation>Nơi lưu</translation>
    </message>
    <message>
        <source>of another copy, {why}</source>
        <translation>của bản khác, {why}</translation>
    </message>
    <message>
        <source>{size} kB</source>
        <translation>{size} kB</translation>
    </message>
</context>
<context>
    <name>BackupPage</name>
    <message>
        <source>Backups of this file</source>
        <translation>Các bản sao lưu của tệp này</translation>
    </message>
    <message>
        <source>&amp;Back up now</source>
        <translation>&amp;Sao lưu ngay</translation>
    </message>
    <message>
        <source>&amp;Restore the chosen one…</source>
        <translation>&amp;Phục hồi từ bản này…</translation>
    </message>
    <message>
        <source>Kept are all of the last two days, then the newest of 12 days, 10 weeks and 12 months; those asked for and the newest one are never taken away. Each was restored on trial and checked before it was counted.</source>
        <translation>Giữ lại mọi bản của hai ngày gần nhất, rồi bản mới nhất của 12 ngày, 10 tuần và 12 tháng; bản tự bấm sao lưu và bản mới nhất không bao giờ bị xóa. Bản nào cũng đã được thử phục hồi và kiểm tra.</translation>
    </message>
    <message>
        <source>A second place: another disk or a USB stick</source>
        <translation>Nơi thứ hai: ổ đĩa khác hoặc USB</translation>
    </message>
    <message>
        <source>Choose the &amp;second place…</source>
        <translation>&amp;Chọn nơi thứ hai…</translation>
    </message>
    <message>
        <source>No second place</source>
        <translation>Bỏ nơi thứ hai</translation>
    </message>
    <message>
        <source>Take the file to another computer</source>
        <translation>Mang tệp sang máy khác</translation>
    </message>
    <message>
        <source>A copy of the whole file is laid on a stick, closed and read back without a fault, with a note for the other computer. From then on type on one computer only.</source>
        <translation>Cả tệp được chép sang USB, đọc lại không có lỗi, kèm tờ hướng dẫn cho máy kia. Từ đó xin chỉ nhập trên một máy.</translation>
    </message>
    <message>
        <source>&amp;Take to another computer…</source>
        <translation>&amp;Mang sang máy khác…</translation>
    </message>
    <message>
        <source>&amp;Help: file, backups, sticks</source>
        <translation>&amp;Hướng dẫn: tệp, sao lưu, USB</translation>
    </message>
    <message>
        <source>Help: file, backups, sticks</source>
        <translation>Hướng dẫn: tệp, sao lưu, USB</translation>
    </message>
    <message>
        <source>None is chosen. A disk can break and a computer be stolen: keep a copy on a stick as well.</source>
        <translation>Chưa chọn. Ổ đĩa có thể hỏng, máy có thể mất: nên giữ thêm một bản trên USB.</translation>
    </message>
    <message>
        <source>Backing up and restoring on trial…</source>
        <translation>Đang sao lưu và thử phục hồi…</translation>
    </message>
    <message>
        <source>Backed up, and restored on trial without a fault.</source>
        <translation>Đã sao lưu và thử phục hồi, không có lỗi.</translation>
    </message>
    <message>
        <source>Second place for backups</source>
        <translation>Nơi thứ hai để sao lưu</translation>
    </message>
    <message>
        <source>Please choose a backup in the list first.</source>
        <translation>Xin chọn một bản trong danh sách trước.</translation>
    </message>
    <message>
        <source>Comparing with the open file…</source>
        <translation>Đang so với tệp đang mở…</translation>
    </message>
    <message>
        <source>Restored to {when}, compared with the open file: {loss} The open file stays as it is.</source>
        <translation>Phục hồi về lúc {when}, so với tệp đang mở: {loss} Tệp đang mở giữ nguyên.</translation>
    </message>
    <message>
        <source>Restore as a new file…</source>
        <translation>Phục hồi thành tệp mới…</translation>
    </message>
    <message>
        <source>Station files (*.sotram)</source>
        <translation>Tệp số liệu (*.sotram)</translation>
    </message>
    <message>
        <source>Restore as a new file</source>
        <translation>Phục hồi thành tệp mới</translation>
    </message>
    <message>
        <source>Restoring…</source>
        <translation>Đang phục hồi…</translation>
    </message>
    <message>
        <source>Copying and reading back…</source>
        <translation>Đang chép và đọc lại…</translation>
    </message>
</context>
<context>
    <name>Backups</name>
    <message>
        <source>when the file was opened</source>
        <translation>khi mở tệp</translation>
    </message>
    <message>
        <source>every 30 minutes of changes</source>
        <translation>sau mỗi 30 phút có thay đổi</translation>
    </message>
    <message>
        <source>before the file was brought up to date</source>
        <translation>trước khi nâng cấp tệp</translation>
    </message>
    <message>
        <source>before an import</source>
        <translation>trước khi nhập từ tệp</translation>
    </message>
    <message>
        <source>before another was restored</source>
        <translation>trước khi phục hồi bản khác</translation>
    </message>
    <message>
        <source>when typing rested, or at the end</source>
        <translation>khi ngừng nhập hoặc đóng tệp</translation>
    </message>
    <message>
        <source>asked for</source>
        <translation>do người dùng yêu cầu</translation>
    </message>
    <message>
        <source>today {time}</source>
        <translation>hôm nay {time}</translation>
    </message>
    <message>
        <source>yesterday {time}</source>
        <translation>hôm qua {time}</translation>
    </message>
    <message>
        <source>Backup failed</source>
        <translation>Chưa sao lưu được</translation>
    </message>
    <message>
        <source>Second copy failed</source>
        <translation>Chưa chép được bản thứ hai</translation>
    </message>
    <message>
        <source>{sentence} It is tried again every five minutes; typing goes on.</source>
        <translation>{sentence} Cứ năm phút chương trình thử lại; vẫn nhập số liệu bình thường.</translation>
    </message>
    <message>
        <source>First backup is being made…</source>
        <translation>Đang sao lưu lần đầu…</translation>
    </message>
    <message>
        <source>No backup yet</source>
        <translation>Chưa có bản sao lưu</translation>
    </message>
    <message>
        <source>Backup (restored on trial): {when}</source>
        <translation>Sao lưu (đã thử phục hồi): {when}</translation>
    </message>
    <message>
        <source>They lie in {folder}.</source>
        <translation>Nơi lưu: {folder}.</translation>
    </message>
    <message>
        <source>The file has not changed since.</source>
        <translation>Tệp không đổi từ lúc đó.</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Sao lưu</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>chưa có</translation>
    </message>
    <message>
        <source>Second place {folder}: not connected now; newest copy there: {when}.</source>
        <translation>Nơi thứ hai {folder}: hiện chưa cắm; bản mới nhất ở đó: {when}.</translation>
    </message>
    <message>
        <source>Second place {folder}: newest copy {when}.</source>
        <translation>Nơi thứ hai {folder}: bản mới nhất {when}.</translation>
    </message>
    <message>
        <source>It is on the same disk as the file: when the disk breaks, both are lost. A USB stick or another disk is safer.</source>
        <translation>Cùng ổ đĩa với tệp: hỏng ổ là mất cả hai. Nên chọn USB hoặc ổ đĩa khác.</translation>
    </message>
</context>
<context>
    <name>BusyLine</name>
    <message>
        <source>Cancel (Esc)</source>
        <translation>Dừng (Esc)</translation>
    </message>
</context>
<context>
    <name>CellPane</name>
    <message>
        <source>About this cell</source>
        <translation>Về ô đang chọn</translation>
    </message>
    <message>
        <source>Taken from</source>
        <translation>Lấy từ</translation>
    </message>
    <message>
        <source>To be checked</source>
        <translation>Cần kiểm tra</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Luật kiểm tra</translation>
    </message>
    <message>
        <source>Feeds these indicators</source>
        <translation>Vào các chỉ tiêu</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>Who typed it, and when</source>
        <translation>Ai nhập, khi nào</translation>
    </message>
    <message>
        <source>Nothing chosen</source>
        <translation>Chưa chọn ô</translation>
    </message>
    <message>
        <source>Choose a cell to see what is known of it.</source>
        <translation>Chọn một ô số liệu để xem những gì đã biết về nó.</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>còn {count} dòng nữa</translation>
    </message>
    <message>
        <source>Change ({keys})</source>
        <translation>Sửa ({keys})</translation>
    </message>
    <message>
        <source>Write ({keys})</source>
        <translation>Viết ({keys})</translation>
    </message>
</context>
<context>
    <name>ChangesView</name>
    <message>
        <source>Cell</source>
        <translation>Ô số liệu</translation>
    </message>
    <message>
        <source>Frozen</source>
        <translation>Đã chốt</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Hiện tại</translation>
    </message>
    <message>
        <source>Who, when</source>
        <translation>Ai, lúc nào</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Vì sao</translation>
    </message>
    <message>
        <source>Frozen figures against those of today</source>
        <translation>Số liệu đã chốt so với số liệu hiện tại</translation>
    </message>
    <message>
        <source>Letter of correction…</source>
        <translation>Công văn đính chính…</translation>
    </message>
    <message>
        <source>Write the report that replaces it</source>
        <translation>Lập báo cáo thay thế</translation>
    </message>
    <message>
        <source>Back  Esc</source>
        <translation>Trở lại  Esc</translation>
    </message>
    <message>
        <source>Frozen figures ≠ figures of today: {report}</source>
        <translation>Số liệu đã chốt ≠ số liệu hiện tại: {report}</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>Đang đối chiếu…</translation>
    </message>
    <message>
        <source>No cell behind the report of {period} has changed since it was frozen.</source>
        <translation>Từ khi chốt, không ô số liệu nào của báo cáo {period} thay đổi.</translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) changed behind the report of {period}. The pages stay as they were frozen. Enter opens a cell.</source>
        <translation>
            <numerusform>%n ô số liệu của báo cáo {period} nay đã khác. Các trang đã chốt giữ nguyên. Enter mở ô số liệu.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Clock</name>
    <message>
        <source>The computer&apos;s clock says {now}, earlier than this program was made. Please set the date: due dates would be wrong, and the history would carry wrong dates.</source>
        <translation>Đồng hồ máy đang là {now}, trước cả ngày làm ra chương trình này. Xin chỉnh lại ngày giờ của máy: nếu không, hạn báo cáo sẽ tính sai và nhật ký ghi sai ngày.</translation>
    </message>
    <message>
        <source>The computer&apos;s clock says {now}; the last change was made at {newest}. Please check the computer&apos;s date: with a wrong one, due dates and the history of changes are wrong.</source>
        <translation>Đồng hồ máy đang là {now}; lần sửa cuối là {newest}. Xin xem lại ngày giờ của máy: nếu sai, hạn báo cáo sẽ tính sai và nhật ký ghi sai ngày.</translation>
    </message>
    <message>
        <source>{time} on {day}</source>
        <translation>{time} ngày {day}</translation>
    </message>
</context>
<context>
    <name>ComparisonPage</name>
    <message>
        <source>only what &amp;differs</source>
        <translation>chỉ phần &amp;khác nhau</translation>
    </message>
    <message>
        <source>Points side by side</source>
        <translation>Điểm đặt cạnh nhau</translation>
    </message>
    <message>
        <source>&amp;Compare with</source>
        <translation>&amp;So sánh với</translation>
    </message>
    <message>
        <source>Comparison: {year} · {set}</source>
        <translation>So sánh: {year} · {set}</translation>
    </message>
    <message>
        <source>the layers of this assessment</source>
        <translation>tự chấm và thẩm định của năm này</translation>
    </message>
    <message>
        <source>What is scored</source>
        <translation>Nội dung chấm</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Chênh lệch</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Mục</translation>
    </message>
    <message>
        <source>{name}: {total}</source>
        <translation>{name}: {total}</translation>
    </message>
    <message>
        <source>Total – {sums}</source>
        <translation>Tổng điểm – {sums}</translation>
    </message>
    <message>
        <source>not in this set</source>
        <translation>không có trong bộ này</translation>
    </message>
    <message>
        <source>{count} percentage points</source>
        <translation>{count} điểm phần trăm</translation>
    </message>
    <message>
        <source>{points} so far, {count} not scored</source>
        <translation>hiện có {points}, còn {count} nội dung chưa chấm</translation>
    </message>
    <message>
        <source>{points} of {most}</source>
        <translation>{points}/{most}</translation>
    </message>
</context>
<context>
    <name>CompletionStrip</name>
    <message>
        <source>What is still open</source>
        <translation>Việc còn mở</translation>
    </message>
    <message>
        <source>reason</source>
        <translation>lý do</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>&amp;With this reason</source>
        <translation>&amp;Đồng ý với lý do này</translation>
    </message>
    <message>
        <source>Leave it (Esc)</source>
        <translation>Để nguyên (Esc)</translation>
    </message>
</context>
<context>
    <name>CopiesPanel</name>
    <message>
        <source>Pages of the copy</source>
        <translation>Các trang bản sao</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Đã dừng.</translation>
    </message>
    <message>
        <source>several: separated by semicolons</source>
        <translation>nhiều nơi: cách nhau bằng dấu chấm phẩy</translation>
    </message>
    <message>
        <source>Parts of the extract</source>
        <translation>Các phần trích sao</translation>
    </message>
    <message>
        <source>&amp;Form</source>
        <translation>&amp;Hình thức</translation>
    </message>
    <message>
        <source>&amp;Receivers</source>
        <translation>N&amp;ơi nhận</translation>
    </message>
    <message>
        <source>&amp;Look at it</source>
        <translation>&amp;Xem thử</translation>
    </message>
    <message>
        <source>Take a &amp;number, make the copy</source>
        <translation>&amp;Lấy số, làm bản sao</translation>
    </message>
    <message>
        <source>&amp;Save as PDF…</source>
        <translation>Lưu &amp;PDF…</translation>
    </message>
    <message>
        <source>P&amp;rint…</source>
        <translation>&amp;In…</translation>
    </message>
    <message>
        <source>&amp;Electronic copy: sign…</source>
        <translation>Bản sao điện tử: &amp;ký số…</translation>
    </message>
    <message>
        <source>Made before:</source>
        <translation>Đã sao:</translation>
    </message>
    <message>
        <source>The original is electronic: its pages are printed with the look of its signatures, and the block of the copy below them. The print itself carries no digital signature.</source>
        <translation>Bản chính là bản điện tử: in các trang kèm hình chữ ký số, khối sao y nằm ngay dưới. Bản in không mang chữ ký số.</translation>
    </message>
    <message>
        <source>This copy is a photocopy: of the signed paper, or of a sao y. Only the block of the copy is printed, onto the same sheet as the last page.</source>
        <translation>Bản sao này là bản photo của bản giấy đã ký hoặc của bản sao y. Chỉ in khối sao, lên cùng tờ với trang cuối.</translation>
    </message>
    <message>
        <source>Please tick the parts that are needed; they are laid out anew under the same head.</source>
        <translation>Xin đánh dấu phần cần trích; các phần đó được trình bày lại đầy đủ thể thức.</translation>
    </message>
    <message>
        <source>An electronic copy of the paper needs its scan as PDF: please attach it under “Scans”.</source>
        <translation>Sao từ giấy sang điện tử cần bản quét PDF: xin kèm ở mục “Bản quét”.</translation>
    </message>
    <message>
        <source>A sao lục is made of a sao y: please sign that one.</source>
        <translation>Sao lục làm từ bản sao y: xin ký bản đó.</translation>
    </message>
    <message>
        <source>Making the pages… %p%</source>
        <translation>Đang tạo trang… %p%</translation>
    </message>
    <message>
        <source>The copy has number {number} in the register.</source>
        <translation>Bản sao đã vào sổ với số {number}.</translation>
    </message>
    <message>
        <source>Sign the electronic copy for the agency: {form}</source>
        <translation>Cơ quan ký số bản sao điện tử: {form}</translation>
    </message>
    <message>
        <source>The words of the copy, the station and the time stand in the upper right corner of its first page; no image is shown. The program does not look at what is on a scan: please compare it with the original.</source>
        <translation>Hình thức sao, tên trạm và thời gian nằm ở góc trên bên phải trang đầu, không hiện hình. Chương trình không xem nội dung bản quét: xin so với bản chính.</translation>
    </message>
    <message>
        <source>Signing…</source>
        <translation>Đang ký…</translation>
    </message>
    <message>
        <source>&amp;Save the signed copy…</source>
        <translation>&amp;Lưu bản sao đã ký…</translation>
    </message>
    <message>
        <source>The electronic copy is signed. It is kept nowhere but where it is saved.</source>
        <translation>Đã ký bản sao điện tử. Chương trình không giữ bản này: xin lưu ra tệp.</translation>
    </message>
</context>
<context>
    <name>CriteriaEditor</name>
    <message>
        <source>Item</source>
        <translation>Mã</translation>
    </message>
    <message>
        <source>What is scored</source>
        <translation>Nội dung chấm</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Điểm</translation>
    </message>
    <message>
        <source>Items of the set</source>
        <translation>Các nội dung của bộ</translation>
    </message>
    <message>
        <source>&amp;Save as a new version…</source>
        <translation>&amp;Ghi thành phiên bản mới…</translation>
    </message>
    <message>
        <source>&amp;Leave the editor</source>
        <translation>&amp;Thôi sửa</translation>
    </message>
    <message>
        <source>The item as a form</source>
        <translation>Phần sửa nội dung</translation>
    </message>
    <message>
        <source>Change {set}</source>
        <translation>Sửa {set}</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) changed, not saved yet.</source>
        <translation>
            <numerusform>%n nội dung đã sửa, chưa ghi.</numerusform>
        </translation>
    </message>
    <message>
        <source>Enter leads to the form; what is changed becomes a new version, with a reason.</source>
        <translation>Enter để vào phần sửa; những gì sửa sẽ thành một phiên bản mới, có lý do.</translation>
    </message>
    <message>
        <source>Please look: {sentence}</source>
        <translation>Xin xem lại: {sentence}</translation>
    </message>
    <message>
        <source>Why is it changed?</source>
        <translation>Vì sao sửa?</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Ghi</translation>
    </message>
    <message>
        <source>({count} more)</source>
        <translation>(còn {count} chỗ khác)</translation>
    </message>
    <message>
        <source>Some changes are not saved. Leave them?</source>
        <translation>Có thay đổi chưa ghi. Bỏ các thay đổi đó?</translation>
    </message>
    <message>
        <source>&amp;Drop the changes</source>
        <translation>&amp;Bỏ thay đổi</translation>
    </message>
</context>
<context>
    <name>CriteriaSets</name>
    <message>
        <source>the full table</source>
        <translation>bảng đầy đủ</translation>
    </message>
    <message>
        <source>criteria only, without the items below them</source>
        <translation>chỉ đến tiêu chí, chưa có nội dung chi tiết</translation>
    </message>
    <message>
        <source>names only, without points</source>
        <translation>chỉ có tên, chưa có điểm</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>Người ký</translation>
    </message>
    <message>
        <source>Corrected by</source>
        <translation>Đính chính bởi</translation>
    </message>
    <message>
        <source>Correction applied</source>
        <translation>Đã áp dụng đính chính</translation>
    </message>
    <message>
        <source>How it may be used</source>
        <translation>Cách dùng</translation>
    </message>
    <message>
        <source>of all points</source>
        <translation>của tổng điểm</translation>
    </message>
    <message>
        <source>of the points that apply</source>
        <translation>của số điểm áp dụng</translation>
    </message>
    <message>
        <source>comes with the program</source>
        <translation>kèm theo phần mềm</translation>
    </message>
    <message>
        <source>entered by the station</source>
        <translation>do đơn vị nhập</translation>
    </message>
    <message>
        <source>from {first}</source>
        <translation>từ {first}</translation>
    </message>
    <message>
        <source>{first} – {last}</source>
        <translation>{first} – {last}</translation>
    </message>
    <message>
        <source>{version} (in use)</source>
        <translation>{version} (đang dùng)</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Tên</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Quyết định</translation>
    </message>
    <message>
        <source>Certainty</source>
        <translation>Mức chắc chắn</translation>
    </message>
    <message>
        <source>Mind</source>
        <translation>Lưu ý</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>Hiệu lực</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Gồm</translation>
    </message>
    <message>
        <source>at least {total}% {of}, at least {each}% of each criterion</source>
        <translation>ít nhất {total}% {of}, ít nhất {each}% của mỗi tiêu chí</translation>
    </message>
    <message>
        <source>, no knock-out hit</source>
        <translation>, không bị điểm liệt</translation>
    </message>
    <message>
        <source>Passed with</source>
        <translation>Điều kiện đạt</translation>
    </message>
    <message numerus="yes">
        <source>%n year(s)</source>
        <translation>
            <numerusform>%n năm</numerusform>
        </translation>
    </message>
    <message>
        <source>Why it was changed</source>
        <translation>Lý do sửa</translation>
    </message>
    <message>
        <source>{number}. {name}: {points} points, {leaves}, {bound} from figures, {hits}</source>
        <translation>{number}. {name}: {points} điểm, {leaves}, {bound} dòng theo số liệu, {hits}</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n dòng chấm</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n knock-out(s)</source>
        <translation>
            <numerusform>%n điểm liệt</numerusform>
        </translation>
    </message>
    <message>
        <source>{criteria}, {leaves}, {points} points</source>
        <translation>{criteria}, {leaves}, {points} điểm</translation>
    </message>
    <message numerus="yes">
        <source>%n criteria</source>
        <translation>
            <numerusform>%n tiêu chí</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) that are scored</source>
        <translation>
            <numerusform>%n dòng chấm điểm</numerusform>
        </translation>
    </message>
    <message>
        <source>Recognised for</source>
        <translation>Công nhận trong</translation>
    </message>
    <message>
        <source>Supersedes</source>
        <translation>Thay cho</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Nguồn</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Phiên bản</translation>
    </message>
    <message>
        <source>Where from</source>
        <translation>Nguồn gốc</translation>
    </message>
    <message>
        <source>Assessments that use it</source>
        <translation>Các lần chấm đang dùng</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>chưa có</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more fault(s)</source>
        <translation>
            <numerusform>… và %n lỗi nữa</numerusform>
        </translation>
    </message>
    <message>
        <source>The file cannot be imported yet</source>
        <translation>Tệp này chưa nhập được</translation>
    </message>
    <message>
        <source>Place in the file, and what is wrong there:</source>
        <translation>Chỗ trong tệp và lỗi ở đó:</translation>
    </message>
    <message>
        <source>made in this window</source>
        <translation>sửa trong cửa sổ</translation>
    </message>
    <message>
        <source>Counts no longer: {item} ({layer}), answer {answer}: the item is not there.</source>
        <translation>Không còn tính: {item} ({layer}), kết quả {answer}: bản mới không có nội dung này.</translation>
    </message>
    <message>
        <source>To be answered anew: {item} ({layer}), answer {answer} does not suit it now.</source>
        <translation>Phải chấm lại: {item} ({layer}), kết quả {answer} không còn hợp.</translation>
    </message>
    <message>
        <source>Stands alone: paper “{title}” of {item}, which is not there.</source>
        <translation>Không còn chỗ: giấy tờ “{title}” của {item}, nội dung không còn.</translation>
    </message>
    <message>
        <source>New, not answered yet: {items}.</source>
        <translation>Mới, chưa chấm: {items}.</translation>
    </message>
    <message>
        <source>This very version of {set} is there already.</source>
        <translation>Phiên bản này của {set} đã có sẵn.</translation>
    </message>
    <message>
        <source>A new new-rural set: {set}, {title}.</source>
        <translation>Một bộ tiêu chí nông thôn mới mà trạm chưa có: {set}, {title}.</translation>
    </message>
    <message>
        <source>A new version of the new-rural set {set}. What changes:</source>
        <translation>Phiên bản mới của bộ tiêu chí nông thôn mới {set}. Những chỗ thay đổi:</translation>
    </message>
    <message>
        <source>Certainty as written in the file: {certainty}. It is shown as entered by the station.</source>
        <translation>Mức chắc chắn ghi trong tệp: {certainty}. Bộ này luôn được ghi là do đơn vị nhập.</translation>
    </message>
    <message>
        <source>Checked: nothing has been written yet</source>
        <translation>Đã kiểm tra: chưa ghi gì</translation>
    </message>
    <message>
        <source>&amp;Import this set</source>
        <translation>&amp;Nhập bộ này</translation>
    </message>
    <message>
        <source>Levels for the years</source>
        <translation>Mức của các năm</translation>
    </message>
    <message>
        <source>Levels of</source>
        <translation>Mức do</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>Indicator</source>
        <translation>Chỉ tiêu</translation>
    </message>
    <message>
        <source>New: {indicator}: {level}</source>
        <translation>Mới: {indicator}: {level}</translation>
    </message>
    <message>
        <source>{indicator}: the level stays, something else is written otherwise.</source>
        <translation>{indicator}: mức giữ nguyên, phần khác được ghi lại.</translation>
    </message>
    <message>
        <source>Gone: {indicator}: {level}</source>
        <translation>Bỏ: {indicator}: {level}</translation>
    </message>
    <message>
        <source>The indicators stay as they are; only what is said of the set changes.</source>
        <translation>Các chỉ tiêu giữ nguyên; chỉ phần mô tả bộ tiêu chí thay đổi.</translation>
    </message>
</context>
<context>
    <name>CriteriaSetsPage</name>
    <message>
        <source>Criteria sets</source>
        <translation>Bộ tiêu chí</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Phiên bản</translation>
    </message>
    <message>
        <source>Where from</source>
        <translation>Nguồn gốc</translation>
    </message>
    <message>
        <source>Certainty</source>
        <translation>Mức chắc chắn</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>Hiệu lực</translation>
    </message>
    <message>
        <source>Used for</source>
        <translation>Dùng cho năm</translation>
    </message>
    <message>
        <source>Criteria sets and their versions</source>
        <translation>Các bộ tiêu chí và phiên bản</translation>
    </message>
    <message>
        <source>What is known of the set</source>
        <translation>Những gì biết về bộ tiêu chí</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Đã dừng.</translation>
    </message>
    <message>
        <source>A set is data: the station&apos;s own table stands before the shipped one of the same code, and every assessment keeps the version it was begun with. Nothing entered by a station is official.</source>
        <translation>Bảng do trạm nhập đứng trước bảng kèm theo phần mềm cùng mã. Lần chấm nào giữ nguyên phiên bản của lần đó. Bảng do đơn vị nhập không phải bảng chính thức.</translation>
    </message>
    <message>
        <source>&amp;Import from a file…</source>
        <translation>&amp;Nhập từ tệp…</translation>
    </message>
    <message>
        <source>Template to fill in (&amp;Excel)…</source>
        <translation>Mẫu để điền (&amp;Excel)…</translation>
    </message>
    <message>
        <source>&amp;Hand over as a file…</source>
        <translation>&amp;Giao thành tệp…</translation>
    </message>
    <message>
        <source>&amp;Change in this window…</source>
        <translation>&amp;Sửa trong cửa sổ…</translation>
    </message>
    <message>
        <source>&amp;Move an assessment to this version…</source>
        <translation>&amp;Chuyển lần chấm sang bản này…</translation>
    </message>
    <message>
        <source>&amp;Move the assessment of {year} to this version…</source>
        <translation>&amp;Chuyển lần chấm năm {year} sang bản này…</translation>
    </message>
    <message>
        <source>Reading and checking…</source>
        <translation>Đang đọc và kiểm tra…</translation>
    </message>
    <message>
        <source>Please look: {sentence}</source>
        <translation>Xin xem lại: {sentence}</translation>
    </message>
    <message>
        <source>This very version of {set} is there already.</source>
        <translation>Phiên bản này của {set} đã có sẵn.</translation>
    </message>
    <message>
        <source>A new set: {set}, {title}.</source>
        <translation>Bộ tiêu chí mới: {set}, {title}.</translation>
    </message>
    <message>
        <source>A new version of {set}. Assessments that were begun keep theirs; new ones take this one. What changes:</source>
        <translation>Phiên bản mới của {set}. Lần chấm đã bắt đầu vẫn giữ bản cũ; lần chấm mới dùng bản này. Những gì thay đổi:</translation>
    </message>
    <message>
        <source>Certainty as written in the file: {certainty}. It is shown as entered by the station.</source>
        <translation>Mức chắc chắn ghi trong tệp: {certainty}. Bộ này luôn được ghi là do đơn vị nhập.</translation>
    </message>
    <message>
        <source>Checked: nothing has been written yet</source>
        <translation>Đã kiểm tra: chưa ghi gì</translation>
    </message>
    <message>
        <source>&amp;Import this set</source>
        <translation>&amp;Nhập bộ này</translation>
    </message>
    <message>
        <source>Kept: {set}, version {version}. The report on new-rural indicators offers it.</source>
        <translation>Đã lưu: {set}, phiên bản {version}. Báo cáo chỉ tiêu y tế nông thôn mới có thể chọn bộ này.</translation>
    </message>
    <message>
        <source>Kept: {set}, version {version}. Assessments that were begun keep their version.</source>
        <translation>Đã ghi: {set}, phiên bản {version}. Lần chấm đã bắt đầu vẫn giữ phiên bản của mình.</translation>
    </message>
    <message>
        <source>A new-rural set is changed in its file; import the file again.</source>
        <translation>Bộ tiêu chí nông thôn mới được sửa trong tệp của nó; xin sửa rồi nhập lại tệp.</translation>
    </message>
    <message>
        <source>Score table (template).xlsx</source>
        <translation>Bảng điểm (mẫu trống).xlsx</translation>
    </message>
    <message>
        <source>Excel (*.xlsx)</source>
        <translation>Excel (*.xlsx)</translation>
    </message>
    <message>
        <source>Excel (*.xlsx);;YAML (*.yaml);;TOML (*.toml)</source>
        <translation>Excel (*.xlsx);;YAML (*.yaml);;TOML (*.toml)</translation>
    </message>
    <message>
        <source>Hand over a criteria set</source>
        <translation>Giao bộ tiêu chí thành tệp</translation>
    </message>
    <message>
        <source>Saved: {file}</source>
        <translation>Đã ghi: {file}</translation>
    </message>
    <message>
        <source>Answers are kept by item code. This would be lost or left open:</source>
        <translation>Câu trả lời được giữ theo mã nội dung. Những phần sau sẽ mất hoặc còn bỏ ngỏ:</translation>
    </message>
    <message>
        <source>Answers are kept by item code. Nothing is lost.</source>
        <translation>Câu trả lời được giữ theo mã nội dung. Không mất gì.</translation>
    </message>
    <message>
        <source>{set}: from version {old} to version {new}</source>
        <translation>{set}: từ phiên bản {old} sang phiên bản {new}</translation>
    </message>
    <message>
        <source>Move the assessment of {year}: nothing has been written yet</source>
        <translation>Chuyển lần chấm năm {year}: chưa ghi gì</translation>
    </message>
    <message>
        <source>&amp;Move the assessment</source>
        <translation>&amp;Chuyển lần chấm</translation>
    </message>
    <message>
        <source>The assessment of {year} uses version {version} now.</source>
        <translation>Lần chấm năm {year} nay dùng phiên bản {version}.</translation>
    </message>
</context>
<context>
    <name>DataEntryScreen</name>
    <message>
        <source>Figures of the form</source>
        <translation>Số liệu của phiếu</translation>
    </message>
    <message>
        <source>Contradictions</source>
        <translation>Mâu thuẫn</translation>
    </message>
    <message>
        <source>{filled} of {needed} filled</source>
        <translation>đã nhập {filled}/{needed}</translation>
    </message>
    <message>
        <source>End of the last form.</source>
        <translation>Hết phiếu cuối cùng của kỳ.</translation>
    </message>
    <message>
        <source>“{form}” is at its end; this is the next form.</source>
        <translation>Đã hết phiếu “{form}”; đây là phiếu kế tiếp.</translation>
    </message>
</context>
<context>
    <name>DateField</name>
    <message>
        <source>dd/mm/yyyy</source>
        <translation>ngày/tháng/năm</translation>
    </message>
    <message>
        <source>“{text}” is no day. Type day, month and year as 01/07/2025.</source>
        <translation>“{text}” không phải là ngày. Hãy gõ ngày, tháng, năm, ví dụ 01/07/2025.</translation>
    </message>
    <message>
        <source>The day is missing. Type day, month and year as 01/07/2025.</source>
        <translation>Chưa ghi ngày. Hãy gõ ngày, tháng, năm, ví dụ 01/07/2025.</translation>
    </message>
</context>
<context>
    <name>DatesPage</name>
    <message>
        <source>Day</source>
        <translation>Ngày</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>Loại ngày</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>Days off of the year</source>
        <translation>Ngày nghỉ trong năm</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Đến ngày</translation>
    </message>
    <message>
        <source>one day only</source>
        <translation>một ngày</translation>
    </message>
    <message>
        <source>&amp;Keep the day</source>
        <translation>&amp;Lưu ngày này</translation>
    </message>
    <message>
        <source>&amp;Take the day away</source>
        <translation>&amp;Bỏ ngày này</translation>
    </message>
    <message>
        <source>Take the days that the &amp;law fixes</source>
        <translation>Lấy &amp;các ngày luật ấn định</translation>
    </message>
    <message>
        <source>Holds from</source>
        <translation>Áp dụng từ</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Báo cáo</translation>
    </message>
    <message>
        <source>When it is due, by which text</source>
        <translation>Hạn nộp, theo văn bản nào</translation>
    </message>
    <message>
        <source>Days off</source>
        <translation>Ngày nghỉ</translation>
    </message>
    <message>
        <source>&amp;Year</source>
        <translation>&amp;Năm</translation>
    </message>
    <message>
        <source>&amp;Day</source>
        <translation>N&amp;gày</translation>
    </message>
    <message>
        <source>t&amp;o</source>
        <translation>đến ngà&amp;y</translation>
    </message>
    <message>
        <source>&amp;What it is</source>
        <translation>L&amp;oại</translation>
    </message>
    <message>
        <source>&amp;Remark</source>
        <translation>G&amp;hi chú</translation>
    </message>
    <message>
        <source>Days that administrative reports count</source>
        <translation>Kỳ số liệu của báo cáo hành chính</translation>
    </message>
    <message>
        <source>holds &amp;from</source>
        <translation>áp dụng &amp;từ</translation>
    </message>
    <message>
        <source>R&amp;eports by the plans</source>
        <translation>Báo cáo theo &amp;kế hoạch</translation>
    </message>
    <message>
        <source>Rules of statistics</source>
        <translation>Quy định về báo cáo thống kê</translation>
    </message>
    <message>
        <source>from {day}: {cut}</source>
        <translation>từ {day}: {cut}</translation>
    </message>
    <message>
        <source>Nothing was chosen yet: calendar periods hold.</source>
        <translation>Chưa chọn gì: tính theo tháng dương lịch.</translation>
    </message>
    <message>
        <source>Please type the day as 08/02/2024.</source>
        <translation>Xin gõ ngày như 08/02/2024.</translation>
    </message>
    <message>
        <source>The last day must follow in the same year, within a month.</source>
        <translation>Ngày cuối phải sau ngày đầu, cùng năm, không quá một tháng.</translation>
    </message>
    <message>
        <source>Only a Saturday or Sunday is worked on instead of another day.</source>
        <translation>Chỉ thứ Bảy, Chủ nhật mới là ngày làm bù.</translation>
    </message>
    <message>
        <source>Kept: {day}, {kind}.</source>
        <translation>Đã lưu: {day}, {kind}.</translation>
    </message>
    <message>
        <source>{day} was taken away.</source>
        <translation>Đã bỏ ngày {day}.</translation>
    </message>
    <message>
        <source>Kept for {year}: what the law fixes. Tết, Giỗ Tổ and the day beside 2 September are yours to type.</source>
        <translation>Đã lưu cho năm {year} các ngày luật ấn định. Xin gõ thêm ngày nghỉ Tết, Giỗ Tổ và ngày liền kề 2/9.</translation>
    </message>
    <message>
        <source>Please type the day as 01/01/2025.</source>
        <translation>Xin gõ ngày như 01/01/2025.</translation>
    </message>
    <message>
        <source>Kept from {day} on: {cut}.</source>
        <translation>Đã lưu, từ {day}: {cut}.</translation>
    </message>
</context>
<context>
    <name>Days</name>
    <message>
        <source>New Year</source>
        <translation>Tết Dương lịch</translation>
    </message>
    <message>
        <source>Tết</source>
        <translation>Tết Âm lịch</translation>
    </message>
    <message>
        <source>Hùng Kings (Giỗ Tổ)</source>
        <translation>Giỗ Tổ Hùng Vương</translation>
    </message>
    <message>
        <source>Victory Day</source>
        <translation>Ngày Chiến thắng 30/4</translation>
    </message>
    <message>
        <source>Labour Day</source>
        <translation>Quốc tế Lao động 1/5</translation>
    </message>
    <message>
        <source>National Day</source>
        <translation>Quốc khánh 2/9</translation>
    </message>
    <message>
        <source>day off in lieu</source>
        <translation>nghỉ bù</translation>
    </message>
    <message>
        <source>another day off</source>
        <translation>ngày nghỉ khác</translation>
    </message>
    <message>
        <source>worked instead (Saturday, Sunday)</source>
        <translation>làm bù (thứ Bảy, Chủ nhật)</translation>
    </message>
    <message>
        <source>Monday</source>
        <translation>thứ Hai</translation>
    </message>
    <message>
        <source>Tuesday</source>
        <translation>thứ Ba</translation>
    </message>
    <message>
        <source>Wednesday</source>
        <translation>thứ Tư</translation>
    </message>
    <message>
        <source>Thursday</source>
        <translation>thứ Năm</translation>
    </message>
    <message>
        <source>Friday</source>
        <translation>thứ Sáu</translation>
    </message>
    <message>
        <source>Saturday</source>
        <translation>thứ Bảy</translation>
    </message>
    <message>
        <source>Sunday</source>
        <translation>Chủ nhật</translation>
    </message>
    <message>
        <source>15th of the month before to the 14th</source>
        <translation>từ ngày 15 tháng trước đến ngày 14</translation>
    </message>
    <message>
        <source>1st to last day of the month</source>
        <translation>từ ngày 1 đến ngày cuối tháng</translation>
    </message>
    <message>
        <source>{year}: as many days off as the law gives.</source>
        <translation>Năm {year}: đã nhập đủ số ngày nghỉ theo luật.</translation>
    </message>
    <message>
        <source>{year}: not entered yet: {holidays}. Due dates in working days are marked until then.</source>
        <translation>Năm {year}, chưa nhập đủ: {holidays}. Hạn nộp theo ngày làm việc được ghi chú cho tới khi đủ.</translation>
    </message>
    <message>
        <source>{year}: nothing entered yet; the days fixed by law count. Missing: {holidays}.</source>
        <translation>Năm {year} chưa nhập gì, đang tính các ngày luật ấn định. Còn thiếu: {holidays}.</translation>
    </message>
    <message>
        <source>{holiday} ({known} of {given})</source>
        <translation>{holiday} ({known} trên {given} ngày)</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Nguồn</translation>
    </message>
    <message>
        <source>Receivers</source>
        <translation>Nơi nhận</translation>
    </message>
    <message>
        <source>from {first} to {last}</source>
        <translation>từ {first} đến {last}</translation>
    </message>
    <message>
        <source>from {first} on</source>
        <translation>từ {first}</translation>
    </message>
    <message>
        <source>to {last}</source>
        <translation>đến {last}</translation>
    </message>
</context>
<context>
    <name>DecisionDialog</name>
    <message>
        <source>Decide about this target</source>
        <translation>Kết luận về chỉ tiêu này</translation>
    </message>
    <message>
        <source>&amp;Verdict</source>
        <translation>&amp;Kết luận</translation>
    </message>
    <message>
        <source>&amp;Compare as</source>
        <translation>&amp;So sánh theo</translation>
    </message>
    <message>
        <source>&amp;Limit</source>
        <translation>&amp;Mức</translation>
    </message>
    <message>
        <source>&amp;Upper limit</source>
        <translation>Mức t&amp;rên</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Họ tên</translation>
    </message>
    <message>
        <source>N&amp;ote, with the ground</source>
        <translation>&amp;Căn cứ, ghi chú</translation>
    </message>
    <message>
        <source>for {period}</source>
        <translation>cho {period}</translation>
    </message>
    <message>
        <source>for every period of this target</source>
        <translation>cho mọi kỳ của chỉ tiêu này</translation>
    </message>
    <message>
        <source>choose…</source>
        <translation>chọn…</translation>
    </message>
    <message>
        <source>at least (≥)</source>
        <translation>ít nhất (≥)</translation>
    </message>
    <message>
        <source>at most (≤)</source>
        <translation>nhiều nhất (≤)</translation>
    </message>
    <message>
        <source>within a band</source>
        <translation>trong khoảng</translation>
    </message>
    <message>
        <source>Please choose: nothing is decided yet.</source>
        <translation>Xin chọn: chưa có kết luận nào được chọn.</translation>
    </message>
    <message>
        <source>A decision needs a name and a note that says why.</source>
        <translation>Kết luận cần có họ tên và ghi chú nêu căn cứ.</translation>
    </message>
    <message>
        <source>The limit has to be a figure.</source>
        <translation>Mức so sánh phải là số.</translation>
    </message>
    <message>
        <source>“{text}” can be read in more than one way. Which figure is meant?</source>
        <translation>“{text}” có thể đọc theo nhiều cách. Ý là số nào?</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>Open a station file</source>
        <translation>Mở tệp số liệu của trạm</translation>
    </message>
    <message>
        <source>Station files (*.sotram)</source>
        <translation>Tệp số liệu của trạm (*.sotram)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Mọi tệp (*)</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Lưu thành</translation>
    </message>
    <message>
        <source>Import figures from a CSV file</source>
        <translation>Nhập số liệu từ tệp CSV</translation>
    </message>
    <message>
        <source>Station files and backups (*.sotram *.sotram-backup)</source>
        <translation>Tệp số liệu và bản sao lưu (*.sotram *.sotram-backup)</translation>
    </message>
    <message>
        <source>Figures (*.csv)</source>
        <translation>Số liệu (*.csv)</translation>
    </message>
    <message>
        <source>Import a form from Excel</source>
        <translation>Nhập phiếu từ tệp Excel</translation>
    </message>
    <message>
        <source>Excel (*.xlsx)</source>
        <translation>Excel (*.xlsx)</translation>
    </message>
    <message>
        <source>File of the paper</source>
        <translation>Tệp của giấy tờ</translation>
    </message>
    <message>
        <source>Papers (*.pdf *.jpg *.jpeg *.png *.docx *.xlsx)</source>
        <translation>Giấy tờ (*.pdf *.jpg *.jpeg *.png *.docx *.xlsx)</translation>
    </message>
    <message>
        <source>Import a criteria set</source>
        <translation>Nhập bộ tiêu chí</translation>
    </message>
    <message>
        <source>Criteria sets (*.xlsx *.yaml *.yml *.toml)</source>
        <translation>Bộ tiêu chí (*.xlsx *.yaml *.yml *.toml)</translation>
    </message>
    <message>
        <source>Key to sign with</source>
        <translation>Tệp khóa để ký số</translation>
    </message>
    <message>
        <source>Keys (*.p12 *.pfx)</source>
        <translation>Tệp khóa (*.p12 *.pfx)</translation>
    </message>
    <message>
        <source>Library of the token&apos;s maker (PKCS#11)</source>
        <translation>Thư viện của hãng chữ ký số (PKCS#11)</translation>
    </message>
    <message>
        <source>Libraries (*.dll *.so *.dylib)</source>
        <translation>Thư viện (*.dll *.so *.dylib)</translation>
    </message>
    <message>
        <source>Image of the signature or seal</source>
        <translation>Ảnh chữ ký hoặc con dấu</translation>
    </message>
    <message>
        <source>Images (*.png)</source>
        <translation>Ảnh (*.png)</translation>
    </message>
    <message>
        <source>Open a PDF</source>
        <translation>Mở tệp PDF</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Something unexpected happened</source>
        <translation>Có lỗi ngoài dự kiến</translation>
    </message>
    <message>
        <source>Figures already saved are safe. Details are in the log file {file}.</source>
        <translation>Số liệu đã lưu vẫn an toàn. Chi tiết nằm trong tệp nhật ký {file}.</translation>
    </message>
    <message>
        <source>Some figures are not saved yet: please look at the line beside them before you close the window. Details are in the log file {file}.</source>
        <translation>Còn số liệu chưa lưu: xin xem dòng nhắc trong cửa sổ trước khi đóng. Chi tiết nằm trong tệp nhật ký {file}.</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Chi tiết</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Chép chi tiết</translation>
    </message>
    <message>
        <source>{name} copy</source>
        <translation>{name} bản sao</translation>
    </message>
</context>
<context>
    <name>Due</name>
    <message>
        <source>sent</source>
        <translation>đã gửi</translation>
    </message>
    <message>
        <source>done</source>
        <translation>xong</translation>
    </message>
    <message numerus="yes">
        <source>overdue by %n day(s) ({day})</source>
        <translation>
            <numerusform>quá hạn %n ngày ({day})</numerusform>
        </translation>
    </message>
    <message>
        <source>due today ({day})</source>
        <translation>hạn hôm nay ({day})</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left ({day})</source>
        <translation>
            <numerusform>còn %n ngày ({day})</numerusform>
        </translation>
    </message>
    <message>
        <source>no day printed</source>
        <translation>kế hoạch không ghi ngày</translation>
    </message>
    <message>
        <source>period ends {day}</source>
        <translation>hết kỳ ngày {day}</translation>
    </message>
    <message>
        <source>period ended {day}</source>
        <translation>đã hết kỳ ngày {day}</translation>
    </message>
    <message>
        <source>{source}: the earlier of {first} and {second}</source>
        <translation>{source}: sớm hơn giữa {first} và {second}</translation>
    </message>
    <message>
        <source>the earlier of {first} and {second}</source>
        <translation>sớm hơn giữa {first} và {second}</translation>
    </message>
    <message>
        <source>the days off of {years} are not all entered</source>
        <translation>chưa nhập đủ ngày nghỉ năm {years}</translation>
    </message>
    <message>
        <source>“{printed}” ({part}, {day})</source>
        <translation>“{printed}” ({part}, {day})</translation>
    </message>
    <message>
        <source>by {source}: “{printed}”</source>
        <translation>theo {source}: “{printed}”</translation>
    </message>
    <message>
        <source>falls on a day off</source>
        <translation>rơi vào ngày nghỉ</translation>
    </message>
    <message>
        <source>{source} “{printed}” ({day})</source>
        <translation>{source} “{printed}” ({day})</translation>
    </message>
    <message>
        <source>{period} ({first} to {last})</source>
        <translation>{period} (từ {first} đến {last})</translation>
    </message>
    <message>
        <source>{who} to {to}</source>
        <translation>{who} → {to}</translation>
    </message>
    <message>
        <source>marked as sent for {period}</source>
        <translation>đánh dấu đã gửi cho {period}</translation>
    </message>
    <message>
        <source>Enter the days off of {years}: Tết, Giỗ Tổ, the day beside 2 September</source>
        <translation>Nhập ngày nghỉ năm {years}: Tết, Giỗ Tổ, ngày liền kề 2/9</translation>
    </message>
    <message>
        <source>Due dates in working days are counted without the days off that are not in the list.</source>
        <translation>Hạn nộp theo ngày làm việc đang tính khi danh sách chưa có đủ ngày nghỉ.</translation>
    </message>
    <message>
        <source>{rule} is no longer in force from {day} on</source>
        <translation>{rule} hết hiệu lực từ ngày {day}</translation>
    </message>
    <message>
        <source>{rule} is no longer in force since {day}; no rule after it is known</source>
        <translation>{rule} đã hết hiệu lực từ ngày {day}; chưa biết quy định thay thế</translation>
    </message>
    <message>
        <source>{successor}. Please ask the receiver what is to be reported then.</source>
        <translation>{successor}. Xin hỏi nơi nhận để biết khi đó phải báo cáo gì.</translation>
    </message>
</context>
<context>
    <name>DueEvidence</name>
    <message>
        <source>Evidence for {year}: {counts}</source>
        <translation>Minh chứng năm {year}: {counts}</translation>
    </message>
</context>
<context>
    <name>DueLate</name>
    <message>
        <source>The report of {period} ({content}) was sent on {day}</source>
        <translation>Báo cáo {period} ({content}) đã gửi ngày {day}</translation>
    </message>
    <message>
        <source>changed after sending: {count} cells</source>
        <translation>đã sửa sau khi gửi: {count} ô</translation>
    </message>
    <message>
        <source>Reports to be corrected</source>
        <translation>Báo cáo cần đính chính</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>và {count} ô nữa</translation>
    </message>
    <message>
        <source>The corrected report was sent (Enter)</source>
        <translation>Đã gửi báo cáo đính chính (Enter)</translation>
    </message>
    <message>
        <source>blank</source>
        <translation>để trống</translation>
    </message>
</context>
<context>
    <name>DueListScreen</name>
    <message>
        <source>To do</source>
        <translation>Việc cần làm</translation>
    </message>
    <message>
        <source>The first five minutes</source>
        <translation>Năm phút đầu tiên</translation>
    </message>
    <message>
        <source>done</source>
        <translation>xong</translation>
    </message>
    <message>
        <source>Open {year}</source>
        <translation>Mở năm {year}</translation>
    </message>
    <message>
        <source>Stocks of last year&apos;s end as proposals, the plans that bind, the receivers.</source>
        <translation>Mang sang số liệu cuối năm trước (đề xuất), chọn kế hoạch áp dụng, giữ nơi nhận.</translation>
    </message>
    <message>
        <source>New year</source>
        <translation>Năm mới</translation>
    </message>
    <message>
        <source>Reports due</source>
        <translation>Báo cáo đến hạn</translation>
    </message>
    <message>
        <source>No report of the station itself is due by the plans that bind it.</source>
        <translation>Các kế hoạch giao cho trạm không nêu báo cáo nào do trạm lập đang đến hạn.</translation>
    </message>
    <message>
        <source>In the background: reports that others owe</source>
        <translation>Báo cáo do đơn vị khác lập, để biết</translation>
    </message>
    <message>
        <source>{done} of {all} completed</source>
        <translation>đã hoàn thành {done}/{all}</translation>
    </message>
    <message>
        <source>{count} contradiction</source>
        <translation>{count} mâu thuẫn</translation>
    </message>
    <message>
        <source>{count} contradictions</source>
        <translation>{count} mâu thuẫn</translation>
    </message>
    <message>
        <source>All forms of this period are completed.</source>
        <translation>Mọi phiếu của kỳ này đã hoàn thành.</translation>
    </message>
    <message>
        <source>full, not completed</source>
        <translation>đủ, chưa hoàn thành</translation>
    </message>
    <message>
        <source>{count} cell missing</source>
        <translation>chưa đủ {count} ô</translation>
    </message>
    <message>
        <source>{count} cells missing</source>
        <translation>chưa đủ {count} ô</translation>
    </message>
    <message>
        <source>{count} error</source>
        <translation>{count} lỗi</translation>
    </message>
    <message>
        <source>{count} warning without a note</source>
        <translation>{count} cảnh báo chưa có ghi chú</translation>
    </message>
    <message>
        <source>{count} errors</source>
        <translation>{count} lỗi</translation>
    </message>
    <message>
        <source>{count} warnings without a note</source>
        <translation>{count} cảnh báo chưa có ghi chú</translation>
    </message>
    <message>
        <source>Forms of {period}</source>
        <translation>Phiếu nhập {period}</translation>
    </message>
    <message>
        <source>{share}, drafts: {drafts}</source>
        <translation>{share}, {drafts} bản nháp</translation>
    </message>
    <message>
        <source>Contradictions of {period}</source>
        <translation>Mâu thuẫn của {period}</translation>
    </message>
    <message>
        <source>error</source>
        <translation>lỗi</translation>
    </message>
    <message>
        <source>asks for a note</source>
        <translation>cần ghi chú</translation>
    </message>
    <message>
        <source>{count} more; the first of them</source>
        <translation>còn {count} mâu thuẫn nữa, trước hết</translation>
    </message>
    <message>
        <source>Targets missed or at risk, {period}</source>
        <translation>Chỉ tiêu chưa đạt hoặc có nguy cơ, {period}</translation>
    </message>
    <message>
        <source>Working them out…</source>
        <translation>Đang tính…</translation>
    </message>
    <message>
        <source>{count} more under Targets</source>
        <translation>Còn {count} chỉ tiêu nữa, xem ở mục Chỉ tiêu</translation>
    </message>
    <message>
        <source>{count} targets still lack figures</source>
        <translation>{count} chỉ tiêu còn thiếu số liệu</translation>
    </message>
    <message>
        <source>No target is missed.</source>
        <translation>Không có chỉ tiêu nào chưa đạt.</translation>
    </message>
</context>
<context>
    <name>DueRecognition</name>
    <message>
        <source>National criteria for commune health</source>
        <translation>Bộ tiêu chí quốc gia về y tế xã</translation>
    </message>
    <message>
        <source>Be recognised again: the title of {year} ends on {day}</source>
        <translation>Đề nghị công nhận lại: danh hiệu của năm {year} hết hạn ngày {day}</translation>
    </message>
    <message>
        <source>Decision {decision} · the year to be assessed for it: {year}</source>
        <translation>Quyết định số {decision} · năm chấm điểm để công nhận lại: {year}</translation>
    </message>
    <message>
        <source>withdrawn on {day}</source>
        <translation>bị thu hồi ngày {day}</translation>
    </message>
    <message numerus="yes">
        <source>ended %n day(s) ago</source>
        <translation>
            <numerusform>hết hạn %n ngày trước</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>còn %n ngày</numerusform>
        </translation>
    </message>
    <message>
        <source>{year} is not self-assessed yet</source>
        <translation>Chưa tự chấm điểm năm {year}</translation>
    </message>
    <message>
        <source>The criteria are assessed every year, also while the title is valid.</source>
        <translation>Bộ tiêu chí được chấm hằng năm, kể cả khi danh hiệu còn hiệu lực.</translation>
    </message>
</context>
<context>
    <name>EdgeLine</name>
    <message>
        <source>Leave it (Esc)</source>
        <translation>Để nguyên (Esc)</translation>
    </message>
</context>
<context>
    <name>EntryChecks</name>
    <message>
        <source>Contradictions and rules</source>
        <translation>Mâu thuẫn và luật kiểm tra</translation>
    </message>
    <message>
        <source>About this cell</source>
        <translation>Về ô này</translation>
    </message>
    <message>
        <source>Back to where you were</source>
        <translation>Trở lại ô vừa rồi</translation>
    </message>
    <message>
        <source>You followed a contradiction to another form or period.</source>
        <translation>Đã chuyển sang phiếu hoặc kỳ khác theo mâu thuẫn.</translation>
    </message>
</context>
<context>
    <name>EntryComment</name>
    <message>
        <source>Comment on the cell</source>
        <translation>Ghi chú của ô</translation>
    </message>
    <message>
        <source>Register of this figure</source>
        <translation>Sổ ghi số liệu này</translation>
    </message>
    <message>
        <source>Comment on “{name}”</source>
        <translation>Ghi chú về “{name}”</translation>
    </message>
    <message>
        <source>Which register does “{name}” come from? (an empty name takes it away)</source>
        <translation>Số “{name}” lấy từ sổ nào? (để trống là bỏ tên sổ)</translation>
    </message>
    <message>
        <source>Note on: {sentence}</source>
        <translation>Ghi chú về: {sentence}</translation>
    </message>
</context>
<context>
    <name>EntryCompletion</name>
    <message>
        <source>Mark complete, or open again</source>
        <translation>Hoàn thành phiếu, hoặc mở lại</translation>
    </message>
    <message>
        <source>&amp;Open again…</source>
        <translation>&amp;Mở lại…</translation>
    </message>
    <message>
        <source>Mark &amp;complete</source>
        <translation>&amp;Hoàn thành phiếu</translation>
    </message>
    <message>
        <source>The file is open for reading only.</source>
        <translation>Tệp đang mở chỉ để đọc.</translation>
    </message>
    <message>
        <source>This period has not begun yet.</source>
        <translation>Kỳ này chưa bắt đầu.</translation>
    </message>
    <message>
        <source>Not marked complete.</source>
        <translation>Chưa hoàn thành.</translation>
    </message>
    <message>
        <source>Nothing is open: the form can be marked complete.</source>
        <translation>Đã đủ, không mâu thuẫn: có thể hoàn thành phiếu.</translation>
    </message>
    <message>
        <source>The form can be marked complete; there are {open}.</source>
        <translation>Có thể hoàn thành phiếu; còn {open}.</translation>
    </message>
    <message>
        <source>Not complete yet: {open}.</source>
        <translation>Chưa hoàn thành: {open}.</translation>
    </message>
    <message>
        <source>Complete and locked: {periods}.</source>
        <translation>Đã hoàn thành, đã khóa: {periods}.</translation>
    </message>
    <message>
        <source>{period} is complete and locked; nothing was changed.</source>
        <translation>{period} đã hoàn thành và khóa; không có gì thay đổi.</translation>
    </message>
    <message>
        <source>Open again…</source>
        <translation>Mở lại…</translation>
    </message>
    <message>
        <source>Some figures are not saved yet, so the form is not complete.</source>
        <translation>Còn số chưa lưu được nên chưa hoàn thành phiếu.</translation>
    </message>
    <message>
        <source>Open: {open}. Complete it all the same? Then the reason stands on page 1 of the report.</source>
        <translation>Còn {open}. Vẫn hoàn thành phiếu? Lý do sẽ in ở trang 1 của báo cáo.</translation>
    </message>
    <message>
        <source>There are still {open}: complete the form all the same, or look at them first?</source>
        <translation>Còn {open}: hoàn thành luôn hay xem lại?</translation>
    </message>
    <message>
        <source>Complete it (Alt+1)</source>
        <translation>Hoàn thành luôn (Alt+1)</translation>
    </message>
    <message>
        <source>Look at them (Alt+2)</source>
        <translation>Xem lại (Alt+2)</translation>
    </message>
    <message>
        <source>Why is the form opened again? The reason stands in the change log.</source>
        <translation>Vì sao mở lại phiếu? Lý do được ghi vào nhật ký thay đổi.</translation>
    </message>
    <message>
        <source>draft: {cell}</source>
        <translation>bản nháp: {cell}</translation>
    </message>
    <message>
        <source>blank: {cell}</source>
        <translation>ô trống: {cell}</translation>
    </message>
    <message numerus="yes">
        <source>%n contradiction(s)</source>
        <translation>
            <numerusform>%n mâu thuẫn</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s)</source>
        <translation>
            <numerusform>%n nháp</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n blank cell(s)</source>
        <translation>
            <numerusform>%n ô trống</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s) without a note</source>
        <translation>
            <numerusform>%n cảnh báo chưa có ghi chú</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unusual figure(s)</source>
        <translation>
            <numerusform>%n số lạ</numerusform>
        </translation>
    </message>
    <message>
        <source>reason: {reason}</source>
        <translation>lý do: {reason}</translation>
    </message>
    <message>
        <source>Complete since {day}</source>
        <translation>Đã hoàn thành {day}</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>đã khóa</translation>
    </message>
</context>
<context>
    <name>EntryCumulative</name>
    <message>
        <source>Type cumulatively, since 1 January</source>
        <translation>Nhập lũy kế từ 01/01</translation>
    </message>
    <message>
        <source>From this period on, cells take the figure since 1 January; what is kept is the period&apos;s own.</source>
        <translation>Từ kỳ này, ô nhận số lũy kế từ 01/01; số được lưu vẫn là số trong kỳ.</translation>
    </message>
    <message>
        <source>From this period on, cells take the figure of the period.</source>
        <translation>Từ kỳ này, ô nhận số trong kỳ.</translation>
    </message>
    <message>
        <source>“{figure}” is kept as a draft: up to {period} it was {before} already, and a cumulative figure cannot get smaller. Please check both.</source>
        <translation>“{figure}” được giữ làm bản nháp: lũy kế đến hết {period} đã là {before}, số lũy kế không thể nhỏ đi. Xin kiểm tra lại cả hai số.</translation>
    </message>
    <message>
        <source>“{figure}” is kept as a draft: {period} has no figure yet, so the figure of this period is not known. Type the earlier period first, then this one again.</source>
        <translation>“{figure}” được giữ làm bản nháp: {period} chưa có số nên chưa tính được số trong kỳ. Xin nhập kỳ trước, rồi nhập lại ô này.</translation>
    </message>
    <message>
        <source>“{figure}” is kept as a draft: {period} is not applicable, so nothing can be counted from 1 January. Please type this form in the period.</source>
        <translation>“{figure}” được giữ làm bản nháp: {period} ghi không áp dụng nên không cộng được từ 01/01. Xin nhập phiếu này theo số trong kỳ.</translation>
    </message>
</context>
<context>
    <name>EntryDoubts</name>
    <message>
        <source>Take {value}</source>
        <translation>Sửa thành {value}</translation>
    </message>
    <message>
        <source>It is right (F2)</source>
        <translation>Đúng rồi (F2)</translation>
    </message>
</context>
<context>
    <name>EntryFind</name>
    <message>
        <source>Find in this form</source>
        <translation>Tìm trong phiếu</translation>
    </message>
    <message>
        <source>name of a data element, tone marks may be left out</source>
        <translation>tên trường số liệu, gõ không dấu cũng được</translation>
    </message>
    <message>
        <source>Enter: next · Esc: back to the figures</source>
        <translation>Enter: ô kế tiếp · Esc: về ô số liệu</translation>
    </message>
    <message>
        <source>not in this form (Ctrl+K looks everywhere)</source>
        <translation>không có trong phiếu này (Ctrl+K tìm ở mọi nơi)</translation>
    </message>
    <message>
        <source>{place} of {count}</source>
        <translation>{place}/{count}</translation>
    </message>
</context>
<context>
    <name>EntryHead</name>
    <message>
        <source>Same period last year</source>
        <translation>Cùng kỳ năm trước</translation>
    </message>
    <message>
        <source>Period before</source>
        <translation>Kỳ trước</translation>
    </message>
    <message>
        <source>Period shown beside</source>
        <translation>Kỳ đối chiếu</translation>
    </message>
    <message>
        <source>C&amp;umulative</source>
        <translation>Lũy &amp;kế</translation>
    </message>
    <message>
        <source>Figures are typed cumulatively, since 1 January</source>
        <translation>Nhập số lũy kế từ 01/01</translation>
    </message>
    <message>
        <source>&amp;Form</source>
        <translation>&amp;Phiếu</translation>
    </message>
    <message>
        <source>What else can be done with this form</source>
        <translation>Việc khác với phiếu này</translation>
    </message>
</context>
<context>
    <name>EntryHelp</name>
    <message>
        <source>The keys</source>
        <translation>Các phím</translation>
    </message>
    <message>
        <source>whole numbers only</source>
        <translation>chỉ nhận số nguyên</translation>
    </message>
    <message>
        <source>decimals are allowed, after a comma: 12,5</source>
        <translation>nhận số thập phân, viết sau dấu phẩy: 12,5</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Đơn vị tính</translation>
    </message>
    <message>
        <source>Choices, typed by number or first letters</source>
        <translation>Lựa chọn, gõ số thứ tự hoặc chữ đầu</translation>
    </message>
    <message>
        <source>Typed</source>
        <translation>Kỳ nhập</translation>
    </message>
    <message>
        <source>Longer periods</source>
        <translation>Qua các kỳ</translation>
    </message>
    <message>
        <source>Comes from</source>
        <translation>Lấy từ</translation>
    </message>
    <message>
        <source>Source of the definition</source>
        <translation>Nguồn của định nghĩa</translation>
    </message>
    <message>
        <source>the figures of the periods are added up; every one is needed</source>
        <translation>cộng số của các kỳ; phải đủ mọi kỳ</translation>
    </message>
    <message>
        <source>the mean of the periods; every one is needed</source>
        <translation>trung bình của các kỳ; phải đủ mọi kỳ</translation>
    </message>
    <message>
        <source>the figure of the first period counts</source>
        <translation>lấy số của kỳ đầu</translation>
    </message>
    <message>
        <source>the figure of the last period counts; nothing is added up</source>
        <translation>lấy số của kỳ cuối, không cộng</translation>
    </message>
    <message>
        <source>What has to fit</source>
        <translation>Những điều phải khớp</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>và {count} chỉ tiêu khác</translation>
    </message>
    <message>
        <source>Indicators that it goes into</source>
        <translation>Dùng để tính các chỉ tiêu</translation>
    </message>
</context>
<context>
    <name>EntryLate</name>
    <message>
        <source>{sent}: changing this figure needs a corrected report.</source>
        <translation>{sent}; sửa số này cần báo cáo đính chính.</translation>
    </message>
    <message>
        <source>Write why…</source>
        <translation>Ghi lý do…</translation>
    </message>
    <message>
        <source>Why is it changed after sending?</source>
        <translation>Vì sao sửa sau khi gửi?</translation>
    </message>
    <message>
        <source>Keep the reason</source>
        <translation>Ghi lý do</translation>
    </message>
    <message>
        <source>corrected after sending: {reason}</source>
        <translation>đính chính sau khi gửi: {reason}</translation>
    </message>
</context>
<context>
    <name>EntryModel</name>
    <message>
        <source>No.</source>
        <translation>STT</translation>
    </message>
    <message>
        <source>Data element</source>
        <translation>Trường số liệu</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>ĐVT</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Cộng</translation>
    </message>
    <message>
        <source>In the period</source>
        <translation>Trong kỳ</translation>
    </message>
    <message>
        <source>cumulative</source>
        <translation>lũy kế</translation>
    </message>
    <message>
        <source>in the period</source>
        <translation>trong kỳ</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>đã khóa</translation>
    </message>
    <message>
        <source>not saved</source>
        <translation>chưa lưu</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>trống</translation>
    </message>
</context>
<context>
    <name>EntryPaste</name>
    <message numerus="yes">
        <source>&amp;Paste %n cell(s) (Enter)</source>
        <translation>
            <numerusform>&amp;Dán %n ô (Enter)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paste, and keep %n text(s) as draft (Alt+1)</source>
        <translation>
            <numerusform>Dán, giữ %n chữ không phải số làm bản nháp (Alt+1)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) changed. Ctrl+Z takes all of it back.</source>
        <translation>
            <numerusform>Đã đổi %n ô. Ctrl+Z hoàn tác tất cả.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EntryPlausible</name>
    <message>
        <source>Type this form cumulatively</source>
        <translation>Nhập phiếu này lũy kế</translation>
    </message>
    <message>
        <source>It is right</source>
        <translation>Đúng rồi</translation>
    </message>
    <message>
        <source>Form “{form}”, {period}: {doubt}</source>
        <translation>Phiếu “{form}”, {period}: {doubt}</translation>
    </message>
    <message>
        <source>To this figure (Alt+1)</source>
        <translation>Tới số này (Alt+1)</translation>
    </message>
    <message>
        <source>“{name}”, {period}: {before} → {after}. Ctrl+Z takes this back.</source>
        <translation>“{name}”, {period}: {before} → {after}. Ctrl+Z bỏ việc này.</translation>
    </message>
    <message>
        <source>“{name}”, {period}: {before} is noted as right; it can be taken back beside the cell.</source>
        <translation>“{name}”, {period}: đã ghi nhận {before} là đúng; có thể bỏ xác nhận ở bên phải ô.</translation>
    </message>
</context>
<context>
    <name>EntryPrints</name>
    <message>
        <source>Print the form, empty…</source>
        <translation>In phiếu trống…</translation>
    </message>
    <message>
        <source>Print the form with its figures…</source>
        <translation>In phiếu có số…</translation>
    </message>
    <message>
        <source>Print all forms of the period, empty…</source>
        <translation>In mọi phiếu của kỳ, để trống…</translation>
    </message>
    <message>
        <source>Print all forms of the period with their figures…</source>
        <translation>In mọi phiếu của kỳ, có số…</translation>
    </message>
</context>
<context>
    <name>EntryRewind</name>
    <message>
        <source>Back to how it was at …</source>
        <translation>Trở lại như lúc …</translation>
    </message>
    <message>
        <source>Nothing was ever changed in this form: there is no moment to go back to.</source>
        <translation>Phiếu này chưa từng được nhập: không có lúc nào để trở lại.</translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) are as they were. Ctrl+Z takes this back.</source>
        <translation>
            <numerusform>%n ô đã trở lại như trước. Nhấn Ctrl+Z để hoàn tác.</numerusform>
        </translation>
    </message>
    <message>
        <source>typed</source>
        <translation>nhập</translation>
    </message>
    <message>
        <source>pasted</source>
        <translation>dán</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>nhập từ tệp</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>hoàn tác</translation>
    </message>
    <message>
        <source>done again</source>
        <translation>làm lại</translation>
    </message>
    <message>
        <source>put back</source>
        <translation>trở lại lúc trước</translation>
    </message>
    <message>
        <source>from an assessment</source>
        <translation>từ phiếu chấm điểm</translation>
    </message>
    <message>
        <source>new year opened</source>
        <translation>mở năm mới</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>trống</translation>
    </message>
    <message numerus="yes">
        <source>+%n cell(s)</source>
        <translation>
            <numerusform>+%n ô</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EntryRules</name>
    <message>
        <source>Note</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>noted: {text} ({who})</source>
        <translation>đã ghi chú: {text} ({who})</translation>
    </message>
    <message>
        <source>old note, about other figures: {text} ({who})</source>
        <translation>ghi chú cũ, về số khác: {text} ({who})</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Sửa</translation>
    </message>
    <message>
        <source>the figure was said to be right ({who})</source>
        <translation>số đã được báo là đúng ({who})</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Bỏ xác nhận</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>Đạt</translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>Chưa kiểm tra được</translation>
    </message>
    <message>
        <source>Not judged</source>
        <translation>Không kết luận</translation>
    </message>
    <message>
        <source>Noted</source>
        <translation>Đã ghi chú</translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s) could not be checked: missing {names}</source>
        <translation>
            <numerusform>%n luật chưa kiểm tra được: thiếu {names}</numerusform>
        </translation>
    </message>
    <message>
        <source>Wrong</source>
        <translation>Sai</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Cần xem lại</translation>
    </message>
</context>
<context>
    <name>EntrySheets</name>
    <message>
        <source>Export to Excel…</source>
        <translation>Xuất ra Excel…</translation>
    </message>
    <message>
        <source>Export an empty template to Excel…</source>
        <translation>Xuất mẫu trống ra Excel…</translation>
    </message>
    <message>
        <source>Import from Excel…</source>
        <translation>Nhập từ Excel…</translation>
    </message>
    <message>
        <source>Excel (*.xlsx)</source>
        <translation>Excel (*.xlsx)</translation>
    </message>
    <message>
        <source>Saved: {file}</source>
        <translation>Đã lưu: {file}</translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s) are no figures; their cells are empty there.</source>
        <translation>
            <numerusform>%n bản nháp chưa phải là số nên để ô trống.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Import %n cell(s) (Enter)</source>
        <translation>
            <numerusform>&amp;Nhập %n ô (Enter)</numerusform>
        </translation>
    </message>
    <message>
        <source>… and {count} more</source>
        <translation>… và {count} chỗ khác</translation>
    </message>
    <message>
        <source>Cell of the spreadsheet</source>
        <translation>Ô trong tệp Excel</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Chỗ sai</translation>
    </message>
    <message>
        <source>Open that form and read the file (Alt+1)</source>
        <translation>Mở phiếu đó và đọc tệp (Alt+1)</translation>
    </message>
</context>
<context>
    <name>EntryTyping</name>
    <message>
        <source>“{text}”: is {reading} meant?</source>
        <translation>“{text}”: có phải {reading} không?</translation>
    </message>
    <message>
        <source>“{text}” can be read in more than one way. Which figure is meant?</source>
        <translation>“{text}” có thể đọc theo nhiều cách. Số nào là đúng?</translation>
    </message>
    <message>
        <source>No figure stands in this cell for {period}: nothing to take over.</source>
        <translation>Ô này của {period} chưa có số: không có gì để lấy sang.</translation>
    </message>
    <message>
        <source>Nothing was changed: this cell takes a figure, not a date. Today&apos;s date goes into the comment.</source>
        <translation>Không đổi gì: ô này nhận số, không nhận ngày. Ngày hôm nay ghi ở phần ghi chú.</translation>
    </message>
</context>
<context>
    <name>EntryUndo</name>
    <message>
        <source>Undo</source>
        <translation>Hoàn tác</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Làm lại</translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) that somebody else changed since stay as they are.</source>
        <translation>
            <numerusform>%n ô người khác đã sửa sau đó được giữ nguyên.</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing left</source>
        <translation>không còn gì</translation>
    </message>
    <message>
        <source>Undo: {what}</source>
        <translation>Hoàn tác: {what}</translation>
    </message>
    <message>
        <source>Redo: {what}</source>
        <translation>Làm lại: {what}</translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) pasted</source>
        <translation>
            <numerusform>dán %n ô</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) imported</source>
        <translation>
            <numerusform>nhập từ tệp %n ô</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) put back to an earlier moment</source>
        <translation>
            <numerusform>đưa %n ô về lúc trước</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) changed</source>
        <translation>
            <numerusform>sửa %n ô</numerusform>
        </translation>
    </message>
    <message>
        <source>‘{name}’ emptied</source>
        <translation>xóa ô ‘{name}’</translation>
    </message>
    <message>
        <source>the comment at ‘{name}’</source>
        <translation>ghi chú ở ‘{name}’</translation>
    </message>
    <message>
        <source>{figure} at ‘{name}’</source>
        <translation>{figure} ở ‘{name}’</translation>
    </message>
</context>
<context>
    <name>EntryWords</name>
    <message>
        <source>“{text}” is kept as a draft, not counted. {sentence}</source>
        <translation>“{text}” được giữ làm bản nháp, chưa tính. {sentence}</translation>
    </message>
    <message>
        <source> or </source>
        <translation> hoặc </translation>
    </message>
    <message>
        <source>It can be read as {readings}; please type the one that is meant.</source>
        <translation>Có thể đọc là {readings}; xin gõ lại rõ một cách.</translation>
    </message>
    <message>
        <source>Figures can only be read here, not typed. {sentence}</source>
        <translation>Đang mở chỉ để đọc, chưa gõ được số liệu. {sentence}</translation>
    </message>
    <message numerus="yes">
        <source>No open contradiction: %n rule(s) hold</source>
        <translation>
            <numerusform>Không có mâu thuẫn nào còn mở: %n luật đều đạt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n is/are noted</source>
        <translation>
            <numerusform>, %n mâu thuẫn đã có ghi chú</numerusform>
        </translation>
    </message>
    <message>
        <source>“{text}” is not counted: it could not be turned into the figure of the period.</source>
        <translation>“{text}” chưa được tính: chưa đổi được ra số trong kỳ.</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} đến {last}</translation>
    </message>
    <message>
        <source>line: target {target} {unit}</source>
        <translation>nét đứt: chỉ tiêu {target} {unit}</translation>
    </message>
    <message>
        <source>A year before, {period}: {value}</source>
        <translation>Cùng kỳ {period}: {value}</translation>
    </message>
    <message>
        <source>, unchanged</source>
        <translation>, không đổi</translation>
    </message>
    <message>
        <source>, up {change}</source>
        <translation>, tăng {change}</translation>
    </message>
    <message>
        <source>, down {change}</source>
        <translation>, giảm {change}</translation>
    </message>
    <message>
        <source>(source in the catalogue)</source>
        <translation>(nguồn trong bộ danh mục)</translation>
    </message>
    <message>
        <source>Type the number or first letters, or Alt+Down: {choices}</source>
        <translation>Gõ số thứ tự hoặc chữ đầu, hay Alt+↓: {choices}</translation>
    </message>
    <message>
        <source>periods are added up</source>
        <translation>cộng dồn các kỳ</translation>
    </message>
    <message>
        <source>the latest figure counts</source>
        <translation>lấy số cuối kỳ</translation>
    </message>
    <message>
        <source>the first figure counts</source>
        <translation>lấy số đầu kỳ</translation>
    </message>
    <message>
        <source>the mean counts</source>
        <translation>lấy bình quân</translation>
    </message>
    <message>
        <source>target {target} ({clause})</source>
        <translation>giao {target} (mục {clause})</translation>
    </message>
    <message>
        <source>“{text}” is not saved yet. {sentence}</source>
        <translation>“{text}” chưa lưu. {sentence}</translation>
    </message>
    <message>
        <source>comment “{comment}”</source>
        <translation>ghi chú “{comment}”</translation>
    </message>
    <message>
        <source>blank</source>
        <translation>trống</translation>
    </message>
</context>
<context>
    <name>Evidence</name>
    <message>
        <source>Missing</source>
        <translation>Còn thiếu</translation>
    </message>
    <message>
        <source>File not there any more</source>
        <translation>Không còn tệp</translation>
    </message>
    <message>
        <source>File changed since</source>
        <translation>Tệp đã bị thay đổi</translation>
    </message>
    <message>
        <source>File cannot be read</source>
        <translation>Không đọc được tệp</translation>
    </message>
    <message>
        <source>Stick or drive not plugged in</source>
        <translation>Chưa cắm USB hoặc ổ đĩa</translation>
    </message>
    <message numerus="yes">
        <source>Expired %n day(s) ago</source>
        <translation>
            <numerusform>Hết hạn %n ngày</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>Còn %n ngày</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} missing</source>
        <translation>{count} còn thiếu</translation>
    </message>
    <message>
        <source>{count} expired</source>
        <translation>{count} hết hạn</translation>
    </message>
    <message>
        <source>{count} with a file gone or changed</source>
        <translation>{count} mất tệp hoặc tệp đã đổi</translation>
    </message>
    <message>
        <source>{count} on a stick not plugged in</source>
        <translation>{count} nằm trên USB chưa cắm</translation>
    </message>
    <message>
        <source>{count} about to expire</source>
        <translation>{count} sắp hết hạn</translation>
    </message>
    <message>
        <source>Criterion {number}. {name}</source>
        <translation>Tiêu chí {number}. {name}</translation>
    </message>
    <message>
        <source>(no paper yet)</source>
        <translation>(chưa có giấy tờ)</translation>
    </message>
    <message>
        <source>no end</source>
        <translation>không thời hạn</translation>
    </message>
    <message>
        <source>(on paper)</source>
        <translation>(bản giấy)</translation>
    </message>
    <message>
        <source>On record, file unchanged</source>
        <translation>Có, tệp còn nguyên</translation>
    </message>
    <message>
        <source>On record</source>
        <translation>Có</translation>
    </message>
</context>
<context>
    <name>EvidenceForm</name>
    <message>
        <source>Date of the paper</source>
        <translation>Ngày của văn bản</translation>
    </message>
    <message>
        <source>dd/mm/yyyy, or empty</source>
        <translation>ngày/tháng/năm, hoặc bỏ trống</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>Có giá trị đến</translation>
    </message>
    <message>
        <source>empty: no end</source>
        <translation>trống: không thời hạn</translation>
    </message>
    <message>
        <source>empty: on paper only; the file stays where it is</source>
        <translation>trống: chỉ có bản giấy; tệp vẫn nằm nguyên chỗ cũ</translation>
    </message>
    <message>
        <source>&amp;Keep the paper</source>
        <translation>&amp;Ghi giấy tờ</translation>
    </message>
    <message>
        <source>Leave it (Esc)</source>
        <translation>Thôi (Esc)</translation>
    </message>
    <message>
        <source>For the &amp;item</source>
        <translation>&amp;Cho nội dung</translation>
    </message>
    <message>
        <source>Choose the fi&amp;le…</source>
        <translation>Chọn tệ&amp;p…</translation>
    </message>
    <message>
        <source>Asked fo&amp;r as</source>
        <translation>Giấy tờ được &amp;yêu cầu</translation>
    </message>
    <message>
        <source>&amp;Document</source>
        <translation>Tên &amp;văn bản</translation>
    </message>
    <message>
        <source>&amp;Number</source>
        <translation>Số ký h&amp;iệu</translation>
    </message>
    <message>
        <source>File on this &amp;computer</source>
        <translation>Tệp t&amp;rên máy</translation>
    </message>
    <message>
        <source>&amp;Valid until</source>
        <translation>Giá trị đến &amp;ngày</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Ngày</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Trang</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>(another paper, for no line)</source>
        <translation>(giấy tờ khác, không theo dòng nào)</translation>
    </message>
    <message>
        <source>suggestion: {paper}</source>
        <translation>gợi ý: {paper}</translation>
    </message>
</context>
<context>
    <name>EvidencePage</name>
    <message>
        <source>Document</source>
        <translation>Văn bản, giấy tờ</translation>
    </message>
    <message>
        <source>Number, date</source>
        <translation>Số, ngày</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Trang</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Tệp</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>Có giá trị đến</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Tình trạng</translation>
    </message>
    <message>
        <source>Papers of evidence</source>
        <translation>Giấy tờ minh chứng</translation>
    </message>
    <message>
        <source>all items in order</source>
        <translation>mọi nội dung, theo thứ tự</translation>
    </message>
    <message>
        <source>what is to be done, most urgent first</source>
        <translation>việc phải làm, gấp nhất trước</translation>
    </message>
    <message>
        <source>&amp;Show</source>
        <translation>&amp;Hiện</translation>
    </message>
    <message>
        <source>&amp;Add a paper…  Ins</source>
        <translation>&amp;Thêm giấy tờ…  Ins</translation>
    </message>
    <message>
        <source>C&amp;hange…  F2</source>
        <translation>&amp;Sửa…  F2</translation>
    </message>
    <message>
        <source>Take away…  Del</source>
        <translation>Bỏ…  Del</translation>
    </message>
    <message>
        <source>&amp;Open its file</source>
        <translation>&amp;Mở tệp</translation>
    </message>
    <message>
        <source>Check all &amp;files now</source>
        <translation>&amp;Kiểm tra mọi tệp</translation>
    </message>
    <message>
        <source>Take over last &amp;year&apos;s papers</source>
        <translation>&amp;Lấy lại giấy tờ năm trước</translation>
    </message>
    <message numerus="yes">
        <source>{title} ({certainty}). %n paper(s) on record. Files stay where they are.</source>
        <translation>
            <numerusform>{title} ({certainty}). Đang có %n giấy tờ; tệp vẫn nằm nguyên chỗ cũ.</numerusform>
        </translation>
    </message>
    <message>
        <source>Papers count that hold on {day}.</source>
        <translation>Giấy tờ được tính khi còn hiệu lực vào ngày {day}.</translation>
    </message>
    <message numerus="yes">
        <source>Take over %n paper(s) of last &amp;year</source>
        <translation>
            <numerusform>&amp;Lấy lại %n giấy tờ năm trước</numerusform>
        </translation>
    </message>
    <message>
        <source>What was typed of this paper has not been kept yet.</source>
        <translation>Những gì vừa gõ của giấy tờ này chưa được lưu.</translation>
    </message>
    <message>
        <source>&amp;Drop it</source>
        <translation>&amp;Bỏ phần vừa gõ</translation>
    </message>
    <message>
        <source>Please keep this paper, or leave it, before you begin another one.</source>
        <translation>Xin lưu hoặc bỏ giấy tờ đang ghi trước khi ghi giấy tờ khác.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Đã dừng.</translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s) taken over.</source>
        <translation>
            <numerusform>Đã lấy lại %n giấy tờ.</numerusform>
        </translation>
    </message>
    <message>
        <source>Files checked: {count}, unchanged: {sound}.</source>
        <translation>Đã kiểm tra {count} tệp, {sound} tệp còn nguyên.</translation>
    </message>
    <message>
        <source>Evidence for {year}</source>
        <translation>Minh chứng năm {year}</translation>
    </message>
    <message>
        <source>This set names no papers to be shown, so nothing can be called missing.</source>
        <translation>Bộ này chưa ghi giấy tờ phải có, nên không biết còn thiếu gì.</translation>
    </message>
    <message>
        <source>Nothing is missing or expired.</source>
        <translation>Không thiếu và không có giấy tờ nào hết hạn.</translation>
    </message>
    <message>
        <source>A new paper</source>
        <translation>Giấy tờ mới</translation>
    </message>
    <message>
        <source>Paper {number}</source>
        <translation>Giấy tờ số {number}</translation>
    </message>
    <message>
        <source>Reading the file… %p%</source>
        <translation>Đang đọc tệp… %p%</translation>
    </message>
    <message>
        <source>Kept: {title}.</source>
        <translation>Đã ghi: {title}.</translation>
    </message>
    <message>
        <source>Take “{title}” out of the register? Its file is not touched.</source>
        <translation>Bỏ “{title}” khỏi danh sách? Tệp không bị động đến.</translation>
    </message>
    <message>
        <source>&amp;Take it away</source>
        <translation>&amp;Xóa</translation>
    </message>
    <message>
        <source>Taken out of the register: {title}.</source>
        <translation>Đã bỏ khỏi danh sách: {title}.</translation>
    </message>
    <message>
        <source>Opened: {file}</source>
        <translation>Đã mở: {file}</translation>
    </message>
    <message>
        <source>No program on this computer opens {file}.</source>
        <translation>Máy này không có chương trình nào mở được {file}.</translation>
    </message>
    <message>
        <source>Checking the files… %p%</source>
        <translation>Đang kiểm tra các tệp… %p%</translation>
    </message>
</context>
<context>
    <name>Explanation</name>
    <message>
        <source>&amp;Decide…</source>
        <translation>Kết l&amp;uận…</translation>
    </message>
    <message>
        <source>Decide about this target</source>
        <translation>Kết luận về chỉ tiêu này</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Đóng (Esc)</translation>
    </message>
    <message>
        <source>What the plan and the catalogue say</source>
        <translation>Kế hoạch và bộ danh mục ghi</translation>
    </message>
    <message>
        <source>Where it comes from: {name}</source>
        <translation>Giải trình: {name}</translation>
    </message>
    <message>
        <source>The plan says</source>
        <translation>Kế hoạch ghi</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Chỉ tiêu giao</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Kết luận</translation>
    </message>
    <message>
        <source>Why no verdict</source>
        <translation>Vì sao không kết luận</translation>
    </message>
    <message>
        <source>Formula</source>
        <translation>Công thức</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>Định nghĩa</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Nguồn</translation>
    </message>
    <message>
        <source>Data elements or wording from</source>
        <translation>Trường số liệu hoặc câu chữ lấy từ</translation>
    </message>
    <message>
        <source>Certainty</source>
        <translation>Mức tin cậy</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>Người kết luận</translation>
    </message>
</context>
<context>
    <name>Fields</name>
    <message>
        <source>Station&apos;s name</source>
        <translation>Tên trạm</translation>
    </message>
    <message>
        <source>Place, with its kind</source>
        <translation>Địa bàn, kèm loại</translation>
    </message>
    <message>
        <source>xã …, phường …, thị trấn …</source>
        <translation>xã …, phường …, thị trấn …</translation>
    </message>
    <message>
        <source>A special zone counts as</source>
        <translation>Đặc khu được coi là</translation>
    </message>
    <message>
        <source>not a special zone</source>
        <translation>không phải đặc khu</translation>
    </message>
    <message>
        <source>urban</source>
        <translation>thành thị</translation>
    </message>
    <message>
        <source>rural</source>
        <translation>nông thôn</translation>
    </message>
    <message>
        <source>Parent body</source>
        <translation>Cơ quan chủ quản</translation>
    </message>
    <message>
        <source>as it stands above the station&apos;s name on documents</source>
        <translation>ghi như trên tên trạm ở đầu văn bản</translation>
    </message>
    <message>
        <source>Issuing body</source>
        <translation>Cơ quan ban hành</translation>
    </message>
    <message>
        <source>the station&apos;s name when empty</source>
        <translation>để trống thì lấy tên trạm</translation>
    </message>
    <message>
        <source>Symbol of documents</source>
        <translation>Ký hiệu văn bản</translation>
    </message>
    <message>
        <source>for example: BC-TYT</source>
        <translation>ví dụ: BC-TYT</translation>
    </message>
    <message>
        <source>Place of issue</source>
        <translation>Địa danh ban hành</translation>
    </message>
    <message>
        <source>for example: Tả Phời</source>
        <translation>ví dụ: Tả Phời</translation>
    </message>
    <message>
        <source>Kính gửi (one on each line)</source>
        <translation>Kính gửi (mỗi dòng một nơi)</translation>
    </message>
    <message>
        <source>Nơi nhận (one on each line)</source>
        <translation>Nơi nhận (mỗi dòng một nơi)</translation>
    </message>
    <message>
        <source>without “Như trên” and “Lưu”: they are added on paper</source>
        <translation>không ghi “Như trên” và “Lưu”: chương trình tự thêm khi in</translation>
    </message>
    <message>
        <source>Archive (after “Lưu:”)</source>
        <translation>Nơi lưu (sau “Lưu:”)</translation>
    </message>
    <message>
        <source>VT when empty</source>
        <translation>để trống thì ghi VT</translation>
    </message>
    <message>
        <source>Before the signer&apos;s title</source>
        <translation>Trước chức vụ người ký</translation>
    </message>
    <message>
        <source>empty when the head signs; for example: KT. TRƯỞNG TRẠM</source>
        <translation>trưởng trạm ký thì để trống; ví dụ: KT. TRƯỞNG TRẠM</translation>
    </message>
    <message>
        <source>Signer&apos;s title</source>
        <translation>Chức vụ người ký</translation>
    </message>
    <message>
        <source>for example: TRƯỞNG TRẠM</source>
        <translation>ví dụ: TRƯỞNG TRẠM</translation>
    </message>
    <message>
        <source>Signer&apos;s name</source>
        <translation>Họ tên người ký</translation>
    </message>
    <message>
        <source>The receiver belongs to the health sector (small confidential counts are printed)</source>
        <translation>Nơi nhận thuộc ngành y tế (được in cả số nhỏ cần giữ kín)</translation>
    </message>
    <message>
        <source>Diameter of the seal</source>
        <translation>Đường kính con dấu</translation>
    </message>
    <message>
        <source>not measured: room for 36 mm</source>
        <translation>chưa đo: chừa chỗ 36 mm</translation>
    </message>
</context>
<context>
    <name>FileGuard</name>
    <message>
        <source>This file came from another computer, with {count} changes up to {when}. From now on please type on this computer only; copy the file to its disk if it still lies on the stick.</source>
        <translation>Tệp này được mang từ máy khác sang, có {count} thay đổi, đến {when}. Từ nay xin chỉ nhập trên máy này; nếu tệp còn nằm trên USB, xin chép vào ổ đĩa của máy.</translation>
    </message>
    <message>
        <source>This file was taken to another computer at {when}. If figures were typed there, open that copy before you type here: two copies are never merged by themselves.</source>
        <translation>Tệp này đã được mang sang máy khác lúc {when}. Nếu máy kia đã nhập thêm, xin mở bản đó trước khi nhập ở đây: chương trình không bao giờ tự gộp hai bản.</translation>
    </message>
    <message>
        <source>Nothing was typed there</source>
        <translation>Máy kia chưa nhập gì</translation>
    </message>
    <message>
        <source>You restored this file; the other one stays as it is: {path}. Please type in this one from now on.</source>
        <translation>Tệp này vừa được phục hồi; tệp kia giữ nguyên: {path}. Từ nay xin nhập vào tệp này.</translation>
    </message>
    <message>
        <source>Open the newest one</source>
        <translation>Mở bản mới nhất</translation>
    </message>
    <message>
        <source>Open that one</source>
        <translation>Mở bản kia</translation>
    </message>
    <message>
        <source>Go on with this one…</source>
        <translation>Làm tiếp với bản này…</translation>
    </message>
    <message>
        <source>{sentence} Until you choose, nothing can be typed here.</source>
        <translation>{sentence} Chưa chọn thì chưa nhập được ở đây.</translation>
    </message>
    <message>
        <source>Why is this file the right one?</source>
        <translation>Vì sao dùng bản này?</translation>
    </message>
    <message>
        <source>Go on with this one</source>
        <translation>Làm tiếp với bản này</translation>
    </message>
    <message>
        <source>an unknown time</source>
        <translation>lúc không rõ</translation>
    </message>
    <message>
        <source>This is an older copy: it has {own} changes, up to {own_when}. The newest one that this computer has seen has {count} changes, up to {when}, in {path}.</source>
        <translation>Đây là bản cũ hơn: có {own} thay đổi, đến {own_when}. Bản mới nhất máy này đã thấy có {count} thay đổi, đến {when}, ở {path}.</translation>
    </message>
    <message>
        <source>They differ in {count} cells.</source>
        <translation>Hai bản khác nhau ở {count} ô.</translation>
    </message>
    <message>
        <source>This file and the one that this computer has seen in {path} have gone different ways: each has changes that the other lacks. They are never merged by themselves.</source>
        <translation>Bản này và bản máy này đã thấy ở {path} đã rẽ thành hai nhánh: mỗi bản có thay đổi mà bản kia không có. Chương trình không bao giờ tự gộp hai bản.</translation>
    </message>
    <message>
        <source>This file and the one that this computer has seen in {path} have gone different ways since {since}: each has changes that the other lacks. They are never merged by themselves.</source>
        <translation>Bản này và bản máy này đã thấy ở {path} đã rẽ thành hai nhánh từ {since}: mỗi bản có thay đổi mà bản kia không có. Chương trình không bao giờ tự gộp hai bản.</translation>
    </message>
    <message>
        <source>This file was moved; this computer saw it last in {path}. Nothing of it is missing.</source>
        <translation>Tệp này đã được chuyển chỗ; lần trước máy này thấy nó ở {path}. Không thiếu thay đổi nào.</translation>
    </message>
    <message>
        <source>This is a copy of {path}, with every change of it. Please go on in one of the two only, so that they do not go different ways.</source>
        <translation>Đây là bản chép của {path}, có đủ mọi thay đổi. Từ nay xin chỉ nhập vào một trong hai bản, để hai bản không rẽ nhánh.</translation>
    </message>
</context>
<context>
    <name>FilesPage</name>
    <message>
        <source>This file: {file}</source>
        <translation>Tệp này: {file}</translation>
    </message>
    <message>
        <source>&amp;Open…  Ctrl+O</source>
        <translation>&amp;Mở…  Ctrl+O</translation>
    </message>
    <message>
        <source>&amp;New…  Ctrl+N</source>
        <translation>&amp;Tạo mới…  Ctrl+N</translation>
    </message>
    <message>
        <source>Figures from and for other programs</source>
        <translation>Số liệu từ và cho chương trình khác</translation>
    </message>
    <message>
        <source>CSV as DHIS2 writes it. A file is checked first; its figures are imported all together or not at all, and you see what would change before anything is written.</source>
        <translation>Dạng CSV như DHIS2. Tệp được kiểm tra trước; số liệu được nhập cả tệp hoặc không nhập gì, và bạn thấy trước sẽ thay đổi những gì.</translation>
    </message>
    <message>
        <source>&amp;Import figures from a CSV file…</source>
        <translation>&amp;Nhập số liệu từ tệp CSV…</translation>
    </message>
    <message>
        <source>&amp;Export this period&apos;s figures as CSV…</source>
        <translation>&amp;Xuất số liệu kỳ này ra tệp CSV…</translation>
    </message>
    <message>
        <source>Opened last</source>
        <translation>Mở gần đây</translation>
    </message>
    <message>
        <source>Period of the export: {period}</source>
        <translation>Kỳ xuất: {period}</translation>
    </message>
    <message>
        <source>Reading and checking… %p%</source>
        <translation>Đang đọc và kiểm tra… %p%</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>Đang ghi…</translation>
    </message>
    <message>
        <source>Imported from {file}: {new} new figures, {changed} changed, {unchanged} unchanged.</source>
        <translation>Đã nhập từ {file}: {new} số liệu mới, {changed} thay đổi, {unchanged} không đổi.</translation>
    </message>
    <message>
        <source>Figures (*.csv)</source>
        <translation>Số liệu (*.csv)</translation>
    </message>
    <message>
        <source>{count} figures written: {file}</source>
        <translation>Đã xuất {count} số liệu: {file}</translation>
    </message>
    <message>
        <source>Stopped. Nothing was imported.</source>
        <translation>Đã dừng. Chưa nhập số liệu nào.</translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message>
        <source>screen</source>
        <translation>màn hình</translation>
    </message>
    <message>
        <source>form</source>
        <translation>phiếu nhập</translation>
    </message>
    <message>
        <source>indicator</source>
        <translation>chỉ tiêu</translation>
    </message>
    <message>
        <source>data element</source>
        <translation>trường số liệu</translation>
    </message>
    <message>
        <source>Import figures from a CSV file…</source>
        <translation>Nhập số liệu từ tệp CSV…</translation>
    </message>
    <message>
        <source>Export this period&apos;s figures as CSV…</source>
        <translation>Xuất số liệu kỳ này ra tệp CSV…</translation>
    </message>
    <message>
        <source>Open a new year…</source>
        <translation>Mở năm mới…</translation>
    </message>
    <message>
        <source>task</source>
        <translation>việc</translation>
    </message>
    <message>
        <source>Evidence of the self-assessment</source>
        <translation>Minh chứng tự chấm điểm</translation>
    </message>
    <message>
        <source>Criteria sets: bring in the score table…</source>
        <translation>Bộ tiêu chí: nhập bảng điểm…</translation>
    </message>
    <message>
        <source>Decision of recognition</source>
        <translation>Quyết định công nhận</translation>
    </message>
    <message>
        <source>Frozen reports: sign, hand in, print again</source>
        <translation>Báo cáo đã chốt: ký, nộp, in lại</translation>
    </message>
    <message>
        <source>Register of outgoing documents</source>
        <translation>Sổ văn bản đi</translation>
    </message>
    <message>
        <source>Check a print: by its code or as a PDF</source>
        <translation>Kiểm tra bản in: theo mã hoặc tệp PDF</translation>
    </message>
    <message>
        <source>report</source>
        <translation>báo cáo</translation>
    </message>
    <message>
        <source>Progress report: {plan}</source>
        <translation>Báo cáo tiến độ: {plan}</translation>
    </message>
</context>
<context>
    <name>FormList</name>
    <message>
        <source>Forms</source>
        <translation>Phiếu nhập</translation>
    </message>
</context>
<context>
    <name>FormModel</name>
    <message>
        <source>complete, locked</source>
        <translation>đã hoàn thành, đã khóa</translation>
    </message>
    <message>
        <source>not kept</source>
        <translation>không thu thập</translation>
    </message>
    <message>
        <source>{count} draft</source>
        <comment>short, in the list of forms</comment>
        <translation>{count} nháp</translation>
    </message>
</context>
<context>
    <name>FormsKept</name>
    <message>
        <source>Form kept by the station</source>
        <translation>Phiếu trạm thu thập</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>Cách tính kỳ</translation>
    </message>
    <message>
        <source>1st to last day</source>
        <translation>ngày 1 đến cuối kỳ</translation>
    </message>
    <message>
        <source>15th to 14th</source>
        <translation>ngày 15 đến ngày 14</translation>
    </message>
    <message>
        <source>How {form} is counted</source>
        <translation>Cách tính kỳ của {form}</translation>
    </message>
</context>
<context>
    <name>FormsPage</name>
    <message>
        <source>Changes hold from</source>
        <translation>Thay đổi có giá trị từ</translation>
    </message>
    <message>
        <source>Changes hold &amp;from</source>
        <translation>Thay đổi có giá trị &amp;từ</translation>
    </message>
    <message>
        <source>A form that is not kept is “not kept”, never unfinished. The day proposed is the first of the period shown above.</source>
        <translation>Phiếu không đánh dấu là “không thu thập”, không bị tính là chưa xong. Ngày điền sẵn là ngày đầu của kỳ đang xem.</translation>
    </message>
    <message>
        <source>Saved: {form}, from {day}.</source>
        <translation>Đã lưu: {form}, từ {day}.</translation>
    </message>
</context>
<context>
    <name>Frozen</name>
    <message>
        <source>Frozen</source>
        <translation>Đã chốt</translation>
    </message>
    <message>
        <source>Signed on paper</source>
        <translation>Ký giấy</translation>
    </message>
    <message>
        <source>Signed digitally</source>
        <translation>Ký số</translation>
    </message>
    <message>
        <source>Handed in</source>
        <translation>Đã nộp</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Đã nhận</translation>
    </message>
    <message>
        <source>Replaced</source>
        <translation>Đã thay thế</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Đã hủy</translation>
    </message>
    <message>
        <source>on paper</source>
        <translation>bản giấy</translation>
    </message>
    <message>
        <source>through the document exchange</source>
        <translation>trục liên thông văn bản</translation>
    </message>
    <message>
        <source>by e-mail</source>
        <translation>thư điện tử</translation>
    </message>
    <message>
        <source>through the reporting system</source>
        <translation>hệ thống báo cáo</translation>
    </message>
    <message>
        <source>in another way (see the note)</source>
        <translation>cách khác (xem ghi chú)</translation>
    </message>
    <message>
        <source>{kind}, {period}, code {code}</source>
        <translation>{kind}, {period}, mã {code}</translation>
    </message>
    <message>
        <source>{state} by {code}</source>
        <translation>{state} bằng {code}</translation>
    </message>
    <message>
        <source>agency</source>
        <translation>cơ quan</translation>
    </message>
    <message>
        <source>head</source>
        <translation>người đứng đầu</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>số viết tay</translation>
    </message>
    <message>
        <source>{number} (cancelled)</source>
        <translation>{number} (đã hủy)</translation>
    </message>
    <message>
        <source>as frozen</source>
        <translation>không đổi</translation>
    </message>
    <message numerus="yes">
        <source>≠ %n cell(s)</source>
        <translation>
            <numerusform>≠ %n ô</numerusform>
        </translation>
    </message>
    <message>
        <source>Recorded {moment}</source>
        <translation>Ghi lúc {moment}</translation>
    </message>
    <message>
        <source>certificate {number}</source>
        <translation>chứng thư số {number}</translation>
    </message>
    <message>
        <source>to {receiver}</source>
        <translation>gửi {receiver}</translation>
    </message>
    <message>
        <source>receipt number {number}</source>
        <translation>biên nhận số {number}</translation>
    </message>
    <message>
        <source>by {code}</source>
        <translation>bằng báo cáo mã {code}</translation>
    </message>
    <message>
        <source>Reserved in the register for no document: {numbers}. Please use or skip them there.</source>
        <translation>Số đã giữ trong sổ văn bản đi mà chưa có văn bản: {numbers}. Xin dùng hoặc bỏ qua ở thẻ Sổ văn bản đi.</translation>
    </message>
    <message>
        <source>{report}: its number is printed, and it has not been signed yet.</source>
        <translation>{report}: đã in số văn bản mà chưa ký.</translation>
    </message>
    <message>
        <source>{report} was handed in and is replaced by {code}, which has not been handed in yet.</source>
        <translation>{report} đã nộp, nay được thay thế bằng {code}, bản này chưa nộp.</translation>
    </message>
    <message>
        <source>The signed PDF of {code} is no longer at {path}. It is kept in the station file: save it anew.</source>
        <translation>Bản đã ký số của {code} không còn ở {path}. Tệp số liệu vẫn giữ bản này: xin lưu lại.</translation>
    </message>
    <message>
        <source>Signed digitally for the {role} by {name} on {day}.</source>
        <translation>Đã ký số cho {role}: {name}, ngày {day}.</translation>
    </message>
    <message>
        <source>Frozen reports and numbers not finished yet</source>
        <translation>Báo cáo đã chốt, số văn bản còn dang dở</translation>
    </message>
</context>
<context>
    <name>FrozenDeeds</name>
    <message>
        <source>Signed on &amp;paper…</source>
        <translation>Ký &amp;giấy…</translation>
    </message>
    <message>
        <source>Sign di&amp;gitally…</source>
        <translation>Ký &amp;số…</translation>
    </message>
    <message>
        <source>&amp;Handed in…</source>
        <translation>Đã &amp;nộp…</translation>
    </message>
    <message>
        <source>&amp;Received…</source>
        <translation>Đã n&amp;hận…</translation>
    </message>
    <message>
        <source>Canc&amp;el the report…</source>
        <translation>Hủ&amp;y báo cáo…</translation>
    </message>
    <message>
        <source>Signed on paper: {report}</source>
        <translation>Ký giấy: {report}</translation>
    </message>
    <message>
        <source>Handed in: {report}</source>
        <translation>Nộp báo cáo: {report}</translation>
    </message>
    <message>
        <source>Received: {report}</source>
        <translation>Nơi nhận đã nhận: {report}</translation>
    </message>
    <message>
        <source>Cancel {report}? It stays on record with its reason, and so does its number.</source>
        <translation>Hủy {report}? Báo cáo và số văn bản vẫn còn trong sổ, kèm lý do.</translation>
    </message>
    <message>
        <source>Choose a report in the list first.</source>
        <translation>Xin chọn một báo cáo trong danh sách.</translation>
    </message>
    <message>
        <source>Not possible: the report is “{state}”.</source>
        <translation>Không làm được: báo cáo đang ở bước “{state}”.</translation>
    </message>
    <message>
        <source>The file is open for reading only.</source>
        <translation>Tệp đang mở chỉ để đọc.</translation>
    </message>
    <message>
        <source>Next: {deed} (Ctrl+Enter).</source>
        <translation>Việc tiếp theo: {deed} (Ctrl+Enter).</translation>
    </message>
    <message>
        <source>Everything is done. Handing in to somebody else is recorded in the same way.</source>
        <translation>Đã xong mọi bước. Nộp thêm nơi khác thì ghi như trên.</translation>
    </message>
    <message>
        <source>It was replaced by {code}; its pages stay as they are.</source>
        <translation>Đã được thay thế bằng {code}; các trang vẫn giữ nguyên.</translation>
    </message>
    <message>
        <source>It was cancelled; its pages stay as they are.</source>
        <translation>Đã hủy; các trang vẫn giữ nguyên.</translation>
    </message>
    <message>
        <source>Recorded: {step}; {report}.</source>
        <translation>Đã ghi bước {step}: {report}.</translation>
    </message>
</context>
<context>
    <name>FrozenFiles</name>
    <message>
        <source>&amp;Copy the code</source>
        <translation>&amp;Chép mã</translation>
    </message>
    <message>
        <source>&amp;Save PDF…</source>
        <translation>&amp;Lưu PDF…</translation>
    </message>
    <message>
        <source>P&amp;rint…</source>
        <translation>&amp;In…</translation>
    </message>
    <message>
        <source>≠ &amp;Now…</source>
        <translation>≠ Hiện nay…</translation>
    </message>
    <message>
        <source>Sc&amp;ans…</source>
        <translation>Bản &amp;quét…</translation>
    </message>
    <message>
        <source>Co&amp;pies…</source>
        <translation>Bản s&amp;ao…</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Saved: {file}</source>
        <translation>Đã lưu: {file}</translation>
    </message>
    <message>
        <source>The code {code} is on the clipboard.</source>
        <translation>Đã chép mã {code}.</translation>
    </message>
</context>
<context>
    <name>FrozenPage</name>
    <message>
        <source>Report</source>
        <translation>Báo cáo</translation>
    </message>
    <message>
        <source>Code, number</source>
        <translation>Mã, số</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Tình trạng</translation>
    </message>
    <message>
        <source>Frozen</source>
        <translation>Đã chốt</translation>
    </message>
    <message>
        <source>Figures now</source>
        <translation>Số liệu nay</translation>
    </message>
    <message>
        <source>Frozen reports</source>
        <translation>Báo cáo đã chốt</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Bước</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Ngày</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Người ghi</translation>
    </message>
    <message>
        <source>What there is to say</source>
        <translation>Nội dung</translation>
    </message>
    <message>
        <source>Steps of the report</source>
        <translation>Các bước của báo cáo</translation>
    </message>
    <message>
        <source>No report has been frozen yet. Under “Write” a report is checked and frozen; from then on it stands here, to be signed, handed in, printed again unchanged and compared with the figures of today.</source>
        <translation>Chưa có báo cáo nào được chốt. Ở thẻ “Soạn báo cáo”, báo cáo được kiểm tra rồi chốt; từ đó báo cáo nằm ở đây để ký, nộp, in lại nguyên vẹn và đối chiếu với số liệu hiện tại.</translation>
    </message>
    <message>
        <source>Pages of the frozen report</source>
        <translation>Các trang của báo cáo đã chốt</translation>
    </message>
</context>
<context>
    <name>FrozenPanels</name>
    <message>
        <source>Back to the pages (Esc)</source>
        <translation>Trở lại các trang (Esc)</translation>
    </message>
    <message>
        <source>Letter of correction</source>
        <translation>Công văn đính chính</translation>
    </message>
    <message>
        <source>Scanned pages and receipts</source>
        <translation>Bản quét và biên nhận</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>Bản sao</translation>
    </message>
</context>
<context>
    <name>FrozenSigning</name>
    <message>
        <source>Sign digitally for the {role}: {report}</source>
        <translation>Ký số của {role}: {report}</translation>
    </message>
    <message>
        <source>Without a time stamp the time is that of this computer: whoever checks it has to take our word for it. Whether the certificate is trusted is decided by whoever checks it; this program sends nothing anywhere unless an address for time stamps is given.</source>
        <translation>Không có dấu thời gian thì giờ ký là giờ của máy này, người kiểm tra không tự chứng minh được. Chứng thư số có được tin cậy hay không là do máy của người kiểm tra quyết định. Chương trình không gửi gì ra ngoài, trừ khi có ghi địa chỉ cấp dấu thời gian.</translation>
    </message>
    <message>
        <source>Signing…</source>
        <translation>Đang ký số…</translation>
    </message>
    <message>
        <source>The certificate of {name} has signed for the {other} already. Is it the one of the {role}, too?</source>
        <translation>Chứng thư số của {name} đã ký cho {other}. Đây có đúng là chứng thư số của {role} không?</translation>
    </message>
    <message>
        <source>Keep the signature all the same</source>
        <translation>Vẫn ghi chữ ký này</translation>
    </message>
    <message>
        <source>Save the signed PDF… (Alt+1)</source>
        <translation>Lưu bản đã ký… (Alt+1)</translation>
    </message>
</context>
<context>
    <name>Handover</name>
    <message>
        <source>Choose the USB stick or folder that carries the file</source>
        <translation>Chọn USB hoặc thư mục để mang tệp đi</translation>
    </message>
    <message>
        <source>Sổ Trạm: {file} was copied here at {when}, with {count} changes, and read back without a fault.
On the other computer: copy the file to its disk, then open it there with Sổ Trạm.
From now on type on one computer only: two copies are never merged by themselves.
</source>
        <translation>Sổ Trạm: tệp {file} được chép vào đây lúc {when}, có {count} thay đổi, đã đọc lại và không có lỗi.
Trên máy kia: chép tệp vào ổ đĩa của máy, rồi mở tệp đó bằng Sổ Trạm.
Từ nay chỉ nhập trên một máy: chương trình không bao giờ tự gộp hai bản.
</translation>
    </message>
    <message>
        <source>The file was copied to {file} and read back without a fault: {count} changes. You can pull the stick after ejecting it. From now on type on one computer only.</source>
        <translation>Đã chép tệp sang {file} và đọc lại, không có lỗi: {count} thay đổi. Có thể rút USB sau khi ngắt an toàn. Từ nay xin chỉ nhập trên một máy.</translation>
    </message>
    <message>
        <source>Copying and reading back…</source>
        <translation>Đang chép và đọc lại…</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Period (Ctrl+P):</source>
        <translation>Kỳ (Ctrl+P):</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>The keys of this page</source>
        <translation>Các phím của trang này</translation>
    </message>
    <message>
        <source>Help: the keys</source>
        <translation>Trợ giúp: các phím</translation>
    </message>
    <message>
        <source>Print the &amp;key card…</source>
        <translation>In &amp;thẻ phím…</translation>
    </message>
</context>
<context>
    <name>ImportResult</name>
    <message>
        <source>What was found in the file</source>
        <translation>Những điều thấy trong tệp</translation>
    </message>
    <message>
        <source>&amp;Copy the list</source>
        <translation>&amp;Chép danh sách</translation>
    </message>
    <message>
        <source>The file cannot be imported yet</source>
        <translation>Chưa nhập được tệp này</translation>
    </message>
    <message>
        <source>… and {count} more faults</source>
        <translation>… và {count} lỗi khác</translation>
    </message>
    <message>
        <source>File, line, and what is wrong there:</source>
        <translation>Tệp, dòng, và lỗi ở đó:</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Quay lại</translation>
    </message>
    <message>
        <source>Checked: nothing has been written yet</source>
        <translation>Đã kiểm tra, chưa ghi gì</translation>
    </message>
    <message>
        <source>{total} figures: {new} new, {changed} changed, {unchanged} unchanged.</source>
        <translation>{total} số liệu: {new} mới, {changed} thay đổi, {unchanged} không đổi.</translation>
    </message>
    <message>
        <source>… and {count} more contradictions</source>
        <translation>… và {count} mâu thuẫn khác</translation>
    </message>
    <message>
        <source>&amp;Import {total} figures</source>
        <translation>&amp;Nhập {total} số liệu</translation>
    </message>
    <message>
        <source>Every figure of the file is already there</source>
        <translation>Mọi số liệu trong tệp đã có sẵn</translation>
    </message>
    <message>
        <source>&amp;Leave it</source>
        <translation>&amp;Không nhập</translation>
    </message>
    <message>
        <source>Nothing contradicts anything afterwards.</source>
        <translation>Sau khi nhập không có mâu thuẫn nào.</translation>
    </message>
    <message>
        <source>Contradictions afterwards: {count}. They do not prevent the import; look at them later.</source>
        <translation>Mâu thuẫn sau khi nhập: {count}. Vẫn nhập được; xin xem lại sau.</translation>
    </message>
    <message>
        <source>{button}  Esc</source>
        <translation>{button}  Esc</translation>
    </message>
</context>
<context>
    <name>Indicators</name>
    <message>
        <source>since January</source>
        <translation>lũy kế</translation>
    </message>
    <message>
        <source>figure of {period}</source>
        <translation>số {period}</translation>
    </message>
    <message>
        <source>small numbers, the rate swings</source>
        <translation>Số nhỏ, tỷ lệ dao động mạnh</translation>
    </message>
    <message>
        <source>so far</source>
        <translation>tính đến hết kỳ</translation>
    </message>
    <message>
        <source>horizon {year}</source>
        <translation>mốc {year}</translation>
    </message>
    <message>
        <source>by a person</source>
        <translation>có người kết luận</translation>
    </message>
    <message>
        <source>shown only, no verdict is drawn</source>
        <translation>chỉ hiển thị, không kết luận</translation>
    </message>
    <message>
        <source>figures missing</source>
        <translation>thiếu số liệu</translation>
    </message>
    <message>
        <source>only for wards and townships</source>
        <translation>chỉ cho phường, thị trấn</translation>
    </message>
    <message>
        <source>only for communes (xã)</source>
        <translation>chỉ cho xã</translation>
    </message>
    <message>
        <source>only for {names}</source>
        <translation>chỉ cho {names}</translation>
    </message>
    <message>
        <source>The plan sets this target for a wider area. The station&apos;s own figure is shown for comparison only; no verdict is drawn from it, and nobody has to decide.</source>
        <translation>Kế hoạch giao chỉ tiêu này cho địa bàn rộng hơn. Số của trạm chỉ để hiển thị, đối chiếu; chương trình không kết luận và không ai phải kết luận.</translation>
    </message>
    <message>
        <source>It is not known whether the place counts as a ward or a commune. Say so under Settings.</source>
        <translation>Chưa rõ địa bàn được xếp như phường hay như xã. Xin ghi trong Cài đặt, Thông tin trạm.</translation>
    </message>
    <message>
        <source>The series of figures breaks between the two years, so they are not compared.</source>
        <translation>Chuỗi số liệu bị ngắt giữa hai năm (thay đổi địa bàn) nên không so sánh.</translation>
    </message>
</context>
<context>
    <name>IndicatorsScreen</name>
    <message>
        <source>Targets of the plan</source>
        <translation>Chỉ tiêu của kế hoạch</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Kế hoạch</translation>
    </message>
    <message>
        <source> (does not bind the station)</source>
        <translation> (không giao cho trạm)</translation>
    </message>
    <message>
        <source>P&amp;lan:</source>
        <translation>Kế &amp;hoạch:</translation>
    </message>
    <message>
        <source>No plan sets a target for “{name}”.</source>
        <translation>Không kế hoạch nào giao chỉ tiêu “{name}”.</translation>
    </message>
    <message>
        <source>Working them out…</source>
        <translation>Đang tính…</translation>
    </message>
    <message>
        <source>The period lies outside the plan&apos;s years. </source>
        <translation>Kỳ báo cáo nằm ngoài thời hạn của kế hoạch. </translation>
    </message>
</context>
<context>
    <name>Journal</name>
    <message>
        <source>Plans that bind</source>
        <translation>Kế hoạch áp dụng</translation>
    </message>
    <message>
        <source>Forms that are not kept</source>
        <translation>Phiếu không thu thập</translation>
    </message>
    <message>
        <source>Break of the series (merger, other borders)</source>
        <translation>Ngắt chuỗi số liệu (sáp nhập, đổi địa giới)</translation>
    </message>
    <message>
        <source>Minutes until the window is locked</source>
        <translation>Số phút trước khi khóa cửa sổ</translation>
    </message>
    <message>
        <source>Year that was opened</source>
        <translation>Năm đã mở</translation>
    </message>
    <message>
        <source>The first user keeps the name</source>
        <translation>Người dùng đầu tiên giữ nguyên tên</translation>
    </message>
    <message>
        <source>Sent once more after a correction</source>
        <translation>Đã gửi lại sau khi sửa số liệu</translation>
    </message>
    <message>
        <source>Copy of the file to go on with</source>
        <translation>Bản sao của tệp được dùng tiếp</translation>
    </message>
    <message>
        <source>Land (for the zone)</source>
        <translation>Địa hình (để xếp vùng)</translation>
    </message>
    <message>
        <source>Distance to the nearest hospital, km</source>
        <translation>Khoảng cách đến bệnh viện gần nhất, km</translation>
    </message>
    <message>
        <source>Especially difficult terrain</source>
        <translation>Địa hình đặc biệt khó khăn</translation>
    </message>
    <message>
        <source>Population of the statistics office</source>
        <translation>Dân số của cơ quan thống kê</translation>
    </message>
    <message>
        <source>Region (new-rural sets)</source>
        <translation>Vùng (bộ tiêu chí nông thôn mới)</translation>
    </message>
    <message>
        <source>Group of communes (new-rural sets)</source>
        <translation>Nhóm xã (bộ tiêu chí nông thôn mới)</translation>
    </message>
    <message>
        <source>How the form is typed</source>
        <translation>Cách nhập phiếu</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>Sổ</translation>
    </message>
    <message>
        <source>How the form is counted</source>
        <translation>Cách tính kỳ của phiếu</translation>
    </message>
    <message>
        <source>Days that administrative reports count</source>
        <translation>Kỳ số liệu của báo cáo hành chính</translation>
    </message>
    <message>
        <source>Days off</source>
        <translation>Ngày nghỉ</translation>
    </message>
    <message>
        <source>1st to last day</source>
        <translation>từ ngày 1 đến ngày cuối</translation>
    </message>
    <message>
        <source>15th to 14th</source>
        <translation>từ ngày 15 đến ngày 14</translation>
    </message>
    <message>
        <source>cumulative since 1 January</source>
        <translation>lũy kế từ ngày 01/01</translation>
    </message>
    <message>
        <source>in the period</source>
        <translation>trong kỳ</translation>
    </message>
    <message>
        <source>summary</source>
        <translation>tóm tắt</translation>
    </message>
    <message>
        <source>difficulties</source>
        <translation>khó khăn, vướng mắc</translation>
    </message>
    <message>
        <source>proposals</source>
        <translation>kiến nghị, đề xuất</translation>
    </message>
    <message>
        <source>next steps</source>
        <translation>nhiệm vụ thời gian tới</translation>
    </message>
    <message>
        <source>done</source>
        <translation>đã làm</translation>
    </message>
    <message>
        <source>under way</source>
        <translation>đang làm</translation>
    </message>
    <message>
        <source>not done</source>
        <translation>chưa làm</translation>
    </message>
    <message>
        <source>not applicable</source>
        <translation>không áp dụng</translation>
    </message>
    <message>
        <source>with a PIN</source>
        <translation>có PIN</translation>
    </message>
    <message>
        <source>without a PIN</source>
        <translation>không có PIN</translation>
    </message>
    <message>
        <source>with a recovery code</source>
        <translation>có mã khôi phục</translation>
    </message>
    <message>
        <source>Self-assessment</source>
        <translation>Tự chấm điểm</translation>
    </message>
    <message>
        <source>Layer of the assessment</source>
        <translation>Lần chấm</translation>
    </message>
    <message>
        <source>Answer of the assessment</source>
        <translation>Nội dung chấm</translation>
    </message>
    <message>
        <source>Paper of evidence</source>
        <translation>Minh chứng</translation>
    </message>
    <message>
        <source>Recognition</source>
        <translation>Công nhận</translation>
    </message>
    <message>
        <source>Choice for an item</source>
        <translation>Phân công, công sức của nội dung</translation>
    </message>
    <message>
        <source>Set of criteria</source>
        <translation>Bộ tiêu chí</translation>
    </message>
    <message>
        <source>The file was restored</source>
        <translation>Tệp được phục hồi</translation>
    </message>
    <message>
        <source>User “{name}”</source>
        <translation>Người dùng “{name}”</translation>
    </message>
    <message>
        <source>Decision: {target}</source>
        <translation>Kết luận: {target}</translation>
    </message>
    <message>
        <source>Text of the report, {section}: {plan}</source>
        <translation>Lời văn báo cáo, {section}: {plan}</translation>
    </message>
    <message>
        <source>Form “{form}”</source>
        <translation>Phiếu “{form}”</translation>
    </message>
    <message>
        <source>Note: {element}</source>
        <translation>Ghi chú: {element}</translation>
    </message>
    <message>
        <source>{what}, from {day} on</source>
        <translation>{what}, từ ngày {day}</translation>
    </message>
    <message>
        <source>opened again</source>
        <translation>đã mở lại</translation>
    </message>
    <message>
        <source>completed</source>
        <translation>đã hoàn thành</translation>
    </message>
    <message>
        <source>taken away</source>
        <translation>đã bỏ</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>đang dùng</translation>
    </message>
    <message>
        <source>not in use any more</source>
        <translation>không dùng nữa</translation>
    </message>
</context>
<context>
    <name>JournalModel</name>
    <message>
        <source>When</source>
        <translation>Lúc</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Ai</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Việc gì</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Trước</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Sau</translation>
    </message>
</context>
<context>
    <name>JournalPage</name>
    <message>
        <source>Kind of change</source>
        <translation>Loại thay đổi</translation>
    </message>
    <message>
        <source>From this day</source>
        <translation>Từ ngày</translation>
    </message>
    <message>
        <source>any day</source>
        <translation>ngày bất kỳ</translation>
    </message>
    <message>
        <source>To this day</source>
        <translation>Đến ngày</translation>
    </message>
    <message>
        <source>Log of changes</source>
        <translation>Nhật ký thay đổi</translation>
    </message>
    <message>
        <source>Show &amp;older changes</source>
        <translation>Xem thay đổi &amp;cũ hơn</translation>
    </message>
    <message>
        <source>Nothing of this kind was changed in these days.</source>
        <translation>Không có thay đổi loại này trong những ngày đã chọn.</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Tất cả</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Người dùng</translation>
    </message>
    <message>
        <source>Forms completed and opened again</source>
        <translation>Hoàn thành và mở lại phiếu</translation>
    </message>
    <message>
        <source>Details and settings</source>
        <translation>Thông tin và cài đặt</translation>
    </message>
    <message>
        <source>Decisions about targets</source>
        <translation>Kết luận về chỉ tiêu</translation>
    </message>
    <message>
        <source>Work done, reports sent</source>
        <translation>Việc đã làm, báo cáo đã gửi</translation>
    </message>
    <message>
        <source>Texts of reports</source>
        <translation>Lời văn báo cáo</translation>
    </message>
    <message>
        <source>Frozen reports and register</source>
        <translation>Báo cáo đã chốt, sổ văn bản đi</translation>
    </message>
    <message>
        <source>Notes on contradictions</source>
        <translation>Ghi chú về mâu thuẫn</translation>
    </message>
    <message>
        <source>Self-assessment</source>
        <translation>Tự chấm điểm</translation>
    </message>
    <message>
        <source>Restores of the file</source>
        <translation>Phục hồi tệp</translation>
    </message>
    <message>
        <source>from</source>
        <translation>từ</translation>
    </message>
    <message>
        <source>to</source>
        <translation>đến</translation>
    </message>
    <message>
        <source>Figures have their history beside each cell. Of a PIN the log knows only that there is one.</source>
        <translation>Số liệu có lịch sử riêng bên cạnh từng ô. Về PIN, nhật ký chỉ ghi là có hay không.</translation>
    </message>
</context>
<context>
    <name>LayerForm</name>
    <message>
        <source>Day of scoring</source>
        <translation>Ngày chấm</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>chưa ghi</translation>
    </message>
    <message>
        <source>its result is the reco&amp;gnised one</source>
        <translation>là kết quả được &amp;công nhận</translation>
    </message>
    <message>
        <source>Keep (Enter)</source>
        <translation>Ghi (Enter)</translation>
    </message>
    <message>
        <source>&amp;Take this layer away…</source>
        <translation>&amp;Xóa lần chấm này…</translation>
    </message>
    <message>
        <source>Leave it (Esc)</source>
        <translation>Thôi (Esc)</translation>
    </message>
    <message>
        <source>Na&amp;me:</source>
        <translation>&amp;Tên:</translation>
    </message>
    <message>
        <source>Scor&amp;er:</source>
        <translation>N&amp;gười chấm:</translation>
    </message>
    <message>
        <source>Day:</source>
        <translation>Ngày:</translation>
    </message>
    <message>
        <source>Remark:</source>
        <translation>Ghi chú:</translation>
    </message>
    <message>
        <source>for example Sở Y tế</source>
        <translation>ví dụ Sở Y tế</translation>
    </message>
</context>
<context>
    <name>LeafForm</name>
    <message>
        <source>yes or no</source>
        <translation>có hoặc không</translation>
    </message>
    <message>
        <source>by tiers</source>
        <translation>theo mức</translation>
    </message>
    <message>
        <source>in proportion to a target</source>
        <translation>theo tỷ lệ so với mức đủ điểm</translation>
    </message>
    <message>
        <source>points given by the scorer</source>
        <translation>người chấm cho điểm</translation>
    </message>
    <message>
        <source>points taken off for each fault</source>
        <translation>trừ điểm theo số lỗi</translation>
    </message>
    <message>
        <source>no knock-out</source>
        <translation>không phải điểm liệt</translation>
    </message>
    <message>
        <source>knock-out at 0 points</source>
        <translation>điểm liệt khi được 0 điểm</translation>
    </message>
    <message>
        <source>knock-out when the answer is</source>
        <translation>điểm liệt khi kết quả là</translation>
    </message>
    <message>
        <source>not known whether it is one</source>
        <translation>chưa rõ có phải điểm liệt không</translation>
    </message>
    <message>
        <source>Condition of the knock-out</source>
        <translation>Điều kiện điểm liệt</translation>
    </message>
    <message>
        <source>for example &lt; 50</source>
        <translation>ví dụ &lt; 50</translation>
    </message>
    <message>
        <source>a line for each tier, for example ≥ 95 : 2</source>
        <translation>mỗi mức một dòng, ví dụ ≥ 95 : 2</translation>
    </message>
    <message>
        <source>a paper on each line</source>
        <translation>mỗi giấy tờ một dòng</translation>
    </message>
    <message>
        <source>Scored</source>
        <translation>Cách chấm</translation>
    </message>
    <message>
        <source>&amp;Knock-out</source>
        <translation>Điểm &amp;liệt</translation>
    </message>
    <message>
        <source>T&amp;iers</source>
        <translation>&amp;Mức điểm</translation>
    </message>
    <message>
        <source>E&amp;ffort</source>
        <translation>&amp;Công sức</translation>
    </message>
    <message>
        <source>&amp;who can act</source>
        <translation>&amp;ai làm được</translation>
    </message>
    <message>
        <source>&amp;Text</source>
        <translation>&amp;Nội dung</translation>
    </message>
    <message>
        <source>&amp;Points</source>
        <translation>Đ&amp;iểm tối đa</translation>
    </message>
    <message>
        <source>E&amp;vidence asked for</source>
        <translation>Minh chứng &amp;phải có</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>chưa ghi</translation>
    </message>
    <message>
        <source>This item reads differently in {count} zones or regions; change those in a file.</source>
        <translation>Nội dung này có cách chấm riêng ở {count} vùng hoặc khu vực; phần đó xin sửa trong tệp.</translation>
    </message>
    <message>
        <source>all points at</source>
        <translation>đủ điểm khi đạt</translation>
    </message>
    <message>
        <source>taken off for each fault</source>
        <translation>trừ mỗi lỗi</translation>
    </message>
    <message>
        <source>“{text}” is no number. Please type it as 2 or 0,5.</source>
        <translation>“{text}” không phải là số. Xin gõ như 2 hoặc 0,5.</translation>
    </message>
    <message>
        <source>“{text}” is no condition. Please type a sign and a bound, for example &lt; 50.</source>
        <translation>“{text}” không phải là điều kiện. Xin gõ dấu so sánh và mức, ví dụ &lt; 50.</translation>
    </message>
    <message>
        <source>“{text}” is no tier. Please type condition, colon, points, for example ≥ 95 : 2.</source>
        <translation>“{text}” không phải là mức điểm. Xin gõ điều kiện, dấu hai chấm, số điểm, ví dụ ≥ 95 : 2.</translation>
    </message>
</context>
<context>
    <name>LetterPanel</name>
    <message>
        <source>Pages of the letter</source>
        <translation>Các trang công văn</translation>
    </message>
    <message>
        <source>Take a &amp;number for it</source>
        <translation>&amp;Lấy số cho công văn</translation>
    </message>
    <message>
        <source>&amp;Save as PDF…</source>
        <translation>Lưu &amp;PDF…</translation>
    </message>
    <message>
        <source>P&amp;rint…</source>
        <translation>&amp;In…</translation>
    </message>
    <message>
        <source>&amp;Copy for Word</source>
        <translation>&amp;Chép sang Word</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Đã dừng.</translation>
    </message>
    <message>
        <source>Making the letter… %p%</source>
        <translation>Đang soạn công văn… %p%</translation>
    </message>
    <message>
        <source>No figure behind this report has changed since it was frozen: there is nothing to correct.</source>
        <translation>Từ khi chốt, chưa số liệu nào của báo cáo này thay đổi: không có gì để đính chính.</translation>
    </message>
    <message numerus="yes">
        <source>%n changed figure(s). The words are a draft: copy it into Word to change them.</source>
        <translation>
            <numerusform>%n số liệu đã thay đổi. Lời văn là bản thảo: chép sang Word để sửa.</numerusform>
        </translation>
    </message>
    <message>
        <source>A mistake in what a document says is put right by a new document of the same form (Decree 30/2020, article 18): the letter goes with the report that replaces this one, and names it once it is frozen.</source>
        <translation>Văn bản sai nội dung thì phải sửa đổi, thay thế bằng văn bản cùng hình thức (Nghị định 30/2020, Điều 18): công văn này gửi kèm báo cáo thay thế, và tự nêu báo cáo đó sau khi chốt.</translation>
    </message>
    <message>
        <source>Number {number} is reserved for the letter; the register issues it once it is signed.</source>
        <translation>Đã giữ số {number} cho công văn; ký xong thì phát hành trong sổ văn bản đi.</translation>
    </message>
    <message>
        <source>The letter is on the clipboard: paste it into Word with Ctrl+V.</source>
        <translation>Đã chép công văn: dán vào Word bằng Ctrl+V.</translation>
    </message>
</context>
<context>
    <name>LifeView</name>
    <message>
        <source>Numbered on paper</source>
        <translation>Đánh số trên giấy</translation>
    </message>
    <message>
        <source>Numbered electronically</source>
        <translation>Đánh số điện tử</translation>
    </message>
    <message>
        <source>Reaso&amp;n</source>
        <translation>Lý &amp;do</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Đi tiếp</translation>
    </message>
    <message>
        <source>Back to the pages (Esc)</source>
        <translation>Trở lại các trang (Esc)</translation>
    </message>
    <message>
        <source>On &amp;paper: number and day stay empty and are written by hand</source>
        <translation>Trên giấ&amp;y: để trống số và ngày, viết tay khi ký</translation>
    </message>
    <message>
        <source>Electronic: not here, since {issuer} issues the report and numbers it</source>
        <translation>Điện tử: không dùng được, vì báo cáo do {issuer} ban hành và lấy số</translation>
    </message>
    <message>
        <source>&amp;Electronic: number {number} and today&apos;s day are printed</source>
        <translation>&amp;Số điện tử: in sẵn số {number} và ngày hôm nay</translation>
    </message>
    <message>
        <source>Please write the reason first.</source>
        <translation>Xin ghi lý do.</translation>
    </message>
</context>
<context>
    <name>LockScreen</name>
    <message>
        <source>Names</source>
        <translation>Danh sách tên</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>Mã PIN</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>&amp;Tiếp tục</translation>
    </message>
    <message>
        <source>Back (Esc)</source>
        <translation>Quay lại (Esc)</translation>
    </message>
    <message>
        <source>PIN &amp;forgotten: recovery code…</source>
        <translation>&amp;Quên mã PIN: dùng mã khôi phục…</translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation>Mã khôi phục</translation>
    </message>
    <message>
        <source>New PIN</source>
        <translation>Mã PIN mới</translation>
    </message>
    <message>
        <source>New PIN once more</source>
        <translation>Gõ lại mã PIN mới</translation>
    </message>
    <message>
        <source>Set the new PIN</source>
        <translation>Đặt mã PIN mới</translation>
    </message>
    <message>
        <source>&amp;PIN</source>
        <translation>Mã &amp;PIN</translation>
    </message>
    <message>
        <source>&amp;Recovery code</source>
        <translation>Mã &amp;khôi phục</translation>
    </message>
    <message>
        <source>&amp;New PIN</source>
        <translation>Mã PIN &amp;mới</translation>
    </message>
    <message>
        <source>Once &amp;more</source>
        <translation>&amp;Gõ lại</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Đã khóa</translation>
    </message>
    <message>
        <source>Who types?</source>
        <translation>Ai đang nhập?</translation>
    </message>
    <message>
        <source>has a PIN</source>
        <translation>có mã PIN</translation>
    </message>
    <message>
        <source>PIN forgotten: ask {names} to set a new one under Settings, Users.</source>
        <translation>Quên mã PIN: nhờ {names} đặt lại trong Cài đặt, Người dùng.</translation>
    </message>
    <message>
        <source> or </source>
        <translation> hoặc </translation>
    </message>
    <message>
        <source>PIN forgotten and no recovery code: nobody else here can set a new one. The file is not encrypted, the figures are not lost: opened from the command line with --user and a name, it asks for no PIN; a new one is then set under Settings, Users, and the history keeps that name.</source>
        <translation>Quên mã PIN mà không có mã khôi phục: ở đây không còn ai đặt lại được. Tệp không mã hóa nên số liệu không mất: mở tệp từ dòng lệnh với --user và một họ tên thì không phải gõ PIN; sau đó đặt PIN mới trong Cài đặt, Người dùng, và lịch sử ghi lại tên ấy.</translation>
    </message>
    <message>
        <source>Please wait {seconds} seconds.</source>
        <translation>Xin đợi {seconds} giây.</translation>
    </message>
    <message>
        <source>You can try again now.</source>
        <translation>Bây giờ có thể thử lại.</translation>
    </message>
    <message>
        <source>The two PINs differ. Please type both again.</source>
        <translation>Hai mã PIN khác nhau. Đề nghị gõ lại cả hai.</translation>
    </message>
</context>
<context>
    <name>LookPage</name>
    <message>
        <source>Language</source>
        <translation>Ngôn ngữ</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Ngôn ngữ</translation>
    </message>
    <message>
        <source>S&amp;maller text  Ctrl+−</source>
        <translation>&amp;Chữ nhỏ hơn  Ctrl+−</translation>
    </message>
    <message>
        <source>Lar&amp;ger text  Ctrl++</source>
        <translation>Chữ &amp;to hơn  Ctrl++</translation>
    </message>
    <message>
        <source>As the s&amp;ystem has it  Ctrl+0</source>
        <translation>Theo &amp;hệ thống  Ctrl+0</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>{name} (example)</source>
        <translation>{name} (ví dụ)</translation>
    </message>
    <message>
        <source>Opened for reading only</source>
        <translation>Chỉ mở để đọc</translation>
    </message>
    <message>
        <source>Opened {time}</source>
        <translation>Mở {time}</translation>
    </message>
    <message>
        <source>Saved {time}</source>
        <translation>Đã lưu {time}</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>Đang ghi…</translation>
    </message>
    <message>
        <source>Typing: {name}</source>
        <translation>Người nhập: {name}</translation>
    </message>
    <message>
        <source>not said yet (Settings)</source>
        <translation>chưa ghi tên (xem Cài đặt)</translation>
    </message>
    <message>
        <source>Change who types (Ctrl+Shift+U)</source>
        <translation>Đổi người dùng (Ctrl+Shift+U)</translation>
    </message>
</context>
<context>
    <name>NewStationDialog</name>
    <message>
        <source>New station file</source>
        <translation>Tệp số liệu mới</translation>
    </message>
    <message>
        <source>xã …, phường …, thị trấn …</source>
        <translation>xã …, phường …, thị trấn …</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Chọn nơi lưu…</translation>
    </message>
    <message>
        <source>Station&apos;s &amp;name</source>
        <translation>Tê&amp;n trạm</translation>
    </message>
    <message>
        <source>&amp;Place, with its kind</source>
        <translation>Đị&amp;a bàn, kèm loại</translation>
    </message>
    <message>
        <source>&amp;Code (A–Z, 0–9, _)</source>
        <translation>&amp;Mã trạm (A–Z, 0–9, _)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Tệp</translation>
    </message>
    <message>
        <source>Everything of one station is in one file. The code stays as it is for ever.</source>
        <translation>Mọi số liệu của một trạm nằm trong một tệp. Mã trạm giữ nguyên mãi mãi.</translation>
    </message>
</context>
<context>
    <name>NoteLine</name>
    <message>
        <source>Reason</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>Our own list of reasons; no circular prescribes one</source>
        <translation>Danh sách lý do do chương trình tự đặt; không văn bản nào quy định</translation>
    </message>
    <message>
        <source>(no reason chosen)</source>
        <translation>(chưa chọn lý do)</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Nội dung</translation>
    </message>
    <message>
        <source>Keep (Enter)</source>
        <translation>Lưu (Enter)</translation>
    </message>
    <message>
        <source>Leave it (Esc)</source>
        <translation>Để sau (Esc)</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>Understood (Esc)</source>
        <translation>Đã rõ (Esc)</translation>
    </message>
</context>
<context>
    <name>NumberField</name>
    <message>
        <source>“{text}” cannot be taken here. Please type a whole number from 0 to {most}.</source>
        <translation>“{text}” không dùng được ở đây. Xin gõ số nguyên từ 0 đến {most}.</translation>
    </message>
</context>
<context>
    <name>Numbering</name>
    <message>
        <source>The file is open for reading only.</source>
        <translation>Tệp đang mở chỉ để đọc.</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>somebody</source>
        <translation>không rõ tên</translation>
    </message>
    <message>
        <source>Open for reading only</source>
        <translation>Mở chỉ để đọc</translation>
    </message>
</context>
<context>
    <name>PageList</name>
    <message>
        <source>List of pages</source>
        <translation>Danh sách trang</translation>
    </message>
    <message>
        <source>Page {number}. {titles}</source>
        <translation>Trang {number}. {titles}</translation>
    </message>
</context>
<context>
    <name>PaperOut</name>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Printing… %p%</source>
        <translation>Đang in… %p%</translation>
    </message>
    <message>
        <source>Saved: {file}</source>
        <translation>Đã lưu: {file}</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) handed to the printer.</source>
        <translation>
            <numerusform>Đã chuyển %n trang sang máy in.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PaperWords</name>
    <message>
        <source>reserved</source>
        <translation>đã giữ</translation>
    </message>
    <message>
        <source>issued</source>
        <translation>đã phát hành</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>bỏ qua</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>đã hủy</translation>
    </message>
    <message>
        <source>scan of the signed pages</source>
        <translation>bản quét trang đã ký</translation>
    </message>
    <message>
        <source>receipt</source>
        <translation>biên nhận</translation>
    </message>
    <message>
        <source>PDF with signatures</source>
        <translation>bản PDF đã ký số</translation>
    </message>
    <message>
        <source>contradictions: {count}</source>
        <translation>mâu thuẫn: {count}</translation>
    </message>
    <message>
        <source>blank: {count}</source>
        <translation>ô trống: {count}</translation>
    </message>
    <message>
        <source>drafts: {count}</source>
        <translation>số gõ dở: {count}</translation>
    </message>
    <message>
        <source>Frozen report, code {code}</source>
        <translation>Báo cáo đã chốt, mã {code}</translation>
    </message>
    <message>
        <source>Report with the code {code}: {step}</source>
        <translation>Báo cáo mã {code}: {step}</translation>
    </message>
    <message>
        <source>Check of a report: {report}</source>
        <translation>Kiểm tra báo cáo: {report}</translation>
    </message>
    <message>
        <source>Register of {year}: {number}</source>
        <translation>Sổ văn bản đi năm {year}: {number}</translation>
    </message>
    <message>
        <source>File of the report with the code {code}</source>
        <translation>Tệp của báo cáo mã {code}</translation>
    </message>
    <message>
        <source>Sentence with figures, {period}</source>
        <translation>Câu gắn với số liệu, {period}</translation>
    </message>
    <message>
        <source>numbered by hand</source>
        <translation>đánh số bằng tay</translation>
    </message>
    <message>
        <source>with a printed number</source>
        <translation>in sẵn số</translation>
    </message>
    <message>
        <source>replaces {code}</source>
        <translation>thay thế {code}</translation>
    </message>
    <message>
        <source>nothing open</source>
        <translation>không còn điểm nào</translation>
    </message>
</context>
<context>
    <name>Paste</name>
    <message numerus="yes">
        <source>%n cell(s) will change</source>
        <translation>
            <numerusform>%n ô sẽ đổi</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n is/are to be asked about</source>
        <translation>
            <numerusform>%n ô cần hỏi lại</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n is/are refused</source>
        <translation>
            <numerusform>%n ô bị từ chối</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stay(s) the same</source>
        <translation>
            <numerusform>%n ô giữ nguyên</numerusform>
        </translation>
    </message>
    <message>
        <source>The labels name other rows than those at the cursor: the rows they name are used.</source>
        <translation>Nhãn chỉ các dòng khác với dòng đang chọn: số sẽ vào đúng dòng theo nhãn.</translation>
    </message>
    <message>
        <source>The rows were found by their labels.</source>
        <translation>Đã nhận ra các dòng theo nhãn.</translation>
    </message>
    <message>
        <source>The columns were found by their heads.</source>
        <translation>Đã nhận ra các cột theo tiêu đề cột.</translation>
    </message>
    <message>
        <source>The column of the compared period is left out: its figures stand beside.</source>
        <translation>Cột số liệu của kỳ so sánh được bỏ qua.</translation>
    </message>
    <message>
        <source>The block has more columns of figures than the form. Which one is meant?</source>
        <translation>Khối dán có nhiều cột số hơn phiếu. Cột nào là số của kỳ này?</translation>
    </message>
    <message>
        <source>“{text}” can be read in more than one way. Which figure is meant?</source>
        <translation>“{text}” có thể đọc theo nhiều cách. Ý là số nào?</translation>
    </message>
    <message>
        <source>{column}: {figures}… (Alt+{place})</source>
        <translation>{column}: {figures}… (Alt+{place})</translation>
    </message>
    <message>
        <source>Column {number}</source>
        <translation>Cột {number}</translation>
    </message>
    <message>
        <source>… and {count} more</source>
        <translation>… và {count} ô khác</translation>
    </message>
    <message>
        <source>“{text}”: {readings}?</source>
        <translation>“{text}”: {readings}?</translation>
    </message>
    <message>
        <source>“{text}” is refused. {why}</source>
        <translation>“{text}” bị từ chối. {why}</translation>
    </message>
    <message>
        <source>It falls outside the cells of the form.</source>
        <translation>Ô này nằm ngoài phiếu.</translation>
    </message>
    <message>
        <source>The form has no row of this name.</source>
        <translation>Phiếu không có dòng tên này.</translation>
    </message>
    <message>
        <source>There is another figure for this cell above.</source>
        <translation>Ở trên đã có số khác cho ô này.</translation>
    </message>
    <message>
        <source>The period is complete and locked.</source>
        <translation>Kỳ này đã hoàn thành và khóa.</translation>
    </message>
    <message>
        <source>blank</source>
        <translation>trống</translation>
    </message>
</context>
<context>
    <name>PastePreview</name>
    <message>
        <source>What would change</source>
        <translation>Những ô sẽ đổi</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Dán</translation>
    </message>
    <message>
        <source>Leave it (Esc)</source>
        <translation>Để nguyên (Esc)</translation>
    </message>
</context>
<context>
    <name>PdfFind</name>
    <message>
        <source>Find in these pages</source>
        <translation>Tìm trong các trang này</translation>
    </message>
    <message>
        <source>words as they are printed, with tone marks</source>
        <translation>chữ như trên trang in, có dấu</translation>
    </message>
    <message>
        <source>Enter: next · Esc: back to the pages</source>
        <translation>Enter: chỗ tiếp theo · Esc: về các trang</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>không tìm thấy</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n chỗ</numerusform>
        </translation>
    </message>
    <message>
        <source>{place} of {count}</source>
        <translation>{place}/{count}</translation>
    </message>
</context>
<context>
    <name>PdfPages</name>
    <message>
        <source>Making the pages…</source>
        <translation>Đang dựng trang in…</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>&amp;In…</translation>
    </message>
    <message>
        <source>&amp;Save as PDF…</source>
        <translation>&amp;Lưu thành PDF…</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) are ready.</source>
        <translation>
            <numerusform>Đã dựng xong %n trang.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) handed to the printer.</source>
        <translation>
            <numerusform>Đã chuyển %n trang sang máy in.</numerusform>
        </translation>
    </message>
    <message>
        <source>Printing…</source>
        <translation>Đang in…</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Saved: {file}</source>
        <translation>Đã lưu: {file}</translation>
    </message>
</context>
<context>
    <name>PdfPreview</name>
    <message>
        <source>Pages</source>
        <translation>Danh sách trang</translation>
    </message>
    <message>
        <source>Show or fold the list of pages</source>
        <translation>Hiện hoặc gấp danh sách trang</translation>
    </message>
    <message>
        <source>Go to page</source>
        <translation>Đến trang</translation>
    </message>
    <message>
        <source>Go to page (Ctrl+G)</source>
        <translation>Đến trang (Ctrl+G)</translation>
    </message>
    <message>
        <source>Smaller (Ctrl+−)</source>
        <translation>Thu nhỏ (Ctrl+−)</translation>
    </message>
    <message>
        <source>Larger (Ctrl++)</source>
        <translation>Phóng to (Ctrl++)</translation>
    </message>
    <message>
        <source>Size of the pages</source>
        <translation>Cỡ trang</translation>
    </message>
    <message>
        <source>Whole width</source>
        <translation>Vừa chiều ngang</translation>
    </message>
    <message>
        <source>Whole page</source>
        <translation>Vừa cả trang</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Tìm</translation>
    </message>
    <message>
        <source>Find in these pages (Ctrl+F)</source>
        <translation>Tìm trong các trang này (Ctrl+F)</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Trang</translation>
    </message>
    <message>
        <source>of {count}</source>
        <translation>trên {count}</translation>
    </message>
    <message>
        <source>Page {page} of {count}</source>
        <translation>Trang {page} trên {count}</translation>
    </message>
</context>
<context>
    <name>People</name>
    <message>
        <source>{name} cannot be chosen yet.</source>
        <translation>Chưa chọn được {name}.</translation>
    </message>
    <message>
        <source>This PIN is wrong.</source>
        <translation>Mã PIN không đúng.</translation>
    </message>
    <message>
        <source>A recovery code has four groups of five letters or digits, for example 7K3QF-2M8XA-9DB4C-W6H0T. Please compare it with the paper.</source>
        <translation>Mã khôi phục có bốn nhóm, mỗi nhóm năm chữ hoặc số, ví dụ 7K3QF-2M8XA-9DB4C-W6H0T. Hãy so lại với tờ giấy.</translation>
    </message>
    <message>
        <source>This recovery code is wrong.</source>
        <translation>Mã khôi phục không đúng.</translation>
    </message>
    <message>
        <source>The new PIN holds. The recovery code is used up: make a new one under Settings, Users.</source>
        <translation>Mã PIN mới đã có hiệu lực. Mã khôi phục đã dùng hết: tạo mã mới ở Cài đặt, Người dùng.</translation>
    </message>
</context>
<context>
    <name>PeriodPicker</name>
    <message>
        <source>Period: {name}</source>
        <translation>Kỳ: {name}</translation>
    </message>
</context>
<context>
    <name>Periods</name>
    <message>
        <source>Month {month}/{year}</source>
        <translation>Tháng {month}/{year}</translation>
    </message>
    <message>
        <source>Quarter {quarter}/{year}</source>
        <translation>Quý {quarter}/{year}</translation>
    </message>
    <message>
        <source>First half of {year}</source>
        <translation>6 tháng đầu năm {year}</translation>
    </message>
    <message>
        <source>Second half of {year}</source>
        <translation>6 tháng cuối năm {year}</translation>
    </message>
    <message>
        <source>Nine months of {year}</source>
        <translation>9 tháng năm {year}</translation>
    </message>
    <message>
        <source>Year {year}</source>
        <translation>Năm {year}</translation>
    </message>
    <message>
        <source>M {month}/{year}</source>
        <translation>T{month}/{year}</translation>
    </message>
    <message>
        <source>Q {quarter}/{year}</source>
        <translation>Q {quarter}/{year}</translation>
    </message>
    <message>
        <source>H{half}/{year}</source>
        <translation>6T-{half}/{year}</translation>
    </message>
    <message>
        <source>9 mo./{year}</source>
        <translation>9T/{year}</translation>
    </message>
    <message>
        <source>M {first}–{last}/{year}</source>
        <translation>T{first}–T{last}/{year}</translation>
    </message>
</context>
<context>
    <name>Permissions</name>
    <message>
        <source>data entry</source>
        <translation>nhập liệu</translation>
    </message>
    <message>
        <source>checking</source>
        <translation>kiểm tra</translation>
    </message>
    <message>
        <source>head of the station</source>
        <translation>trưởng trạm</translation>
    </message>
    <message>
        <source>{name} types figures; checking and the head do this (Ctrl+Shift+U: change who types).</source>
        <translation>{name} chỉ nhập liệu; người kiểm tra hoặc trưởng trạm mới làm được việc này (Ctrl+Shift+U: đổi người dùng).</translation>
    </message>
    <message>
        <source>Only the head of the station does this; {name} does not (Ctrl+Shift+U: change who types).</source>
        <translation>Chỉ trưởng trạm làm được việc này, {name} thì không (Ctrl+Shift+U: đổi người dùng).</translation>
    </message>
</context>
<context>
    <name>PinPanel</name>
    <message>
        <source>New PIN</source>
        <translation>Mã PIN mới</translation>
    </message>
    <message>
        <source>New PIN once more</source>
        <translation>Gõ lại mã PIN mới</translation>
    </message>
    <message>
        <source>Set the PIN</source>
        <translation>Đặt mã PIN</translation>
    </message>
    <message>
        <source>Leave it (Esc)</source>
        <translation>Để nguyên (Esc)</translation>
    </message>
    <message>
        <source>Four to eight digits.</source>
        <translation>4 đến 8 chữ số.</translation>
    </message>
    <message>
        <source>once more</source>
        <translation>gõ lại</translation>
    </message>
    <message>
        <source>The two PINs differ. Please type both again.</source>
        <translation>Hai mã PIN khác nhau. Đề nghị gõ lại cả hai.</translation>
    </message>
</context>
<context>
    <name>PlaceGuard</name>
    <message>
        <source>Show where it is now…</source>
        <translation>Chỉ chỗ mới của tệp…</translation>
    </message>
    <message>
        <source>{file} is there again. Please open it anew before typing on.</source>
        <translation>Tệp {file} đã trở lại. Xin mở lại tệp trước khi nhập tiếp.</translation>
    </message>
    <message>
        <source>Open it anew</source>
        <translation>Mở lại tệp</translation>
    </message>
    <message>
        <source>{file} is another station file, or an other copy. Nothing was changed.</source>
        <translation>{file} là tệp của trạm khác, hoặc một bản đã tách ra. Chưa có gì thay đổi.</translation>
    </message>
    <message>
        <source>Open for reading only. {sentence}</source>
        <translation>Đang mở chỉ để đọc. {sentence}</translation>
    </message>
    <message>
        <source>This file lies on a network drive, where writing is slow and a broken connection interrupts it. Work on a copy on this computer? It is brought back with one key when you are done.</source>
        <translation>Tệp này nằm trên ổ mạng: ghi chậm và dễ đứt khi mất mạng. Có làm việc trên bản chép trong máy này không? Xong việc chỉ cần bấm một nút để mang về.</translation>
    </message>
    <message>
        <source>This file lies on a USB stick or memory card, where writing is slow and a stick pulled too early can damage it. Work on a copy on this computer? It is brought back with one key when you are done.</source>
        <translation>Tệp này nằm trên USB hoặc thẻ nhớ: ghi chậm, rút sớm có thể hỏng tệp. Có làm việc trên bản chép trong máy này không? Xong việc chỉ cần bấm một nút để mang về.</translation>
    </message>
    <message>
        <source>Work on a local copy…</source>
        <translation>Làm trên bản chép trong máy…</translation>
    </message>
    <message>
        <source>Stay here</source>
        <translation>Vẫn làm tại đây</translation>
    </message>
    <message>
        <source>Folder for the copy on this computer</source>
        <translation>Thư mục đặt bản chép trong máy này</translation>
    </message>
    <message>
        <source>You work on a local copy of {origin}. When you are done, bring it back; the copy stays, too.</source>
        <translation>Đang làm trên bản chép trong máy của {origin}. Khi xong việc, xin mang về chỗ cũ; bản chép này vẫn còn.</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>Mang về</translation>
    </message>
    <message>
        <source>{origin} has not got the changes made here yet.</source>
        <translation>Tệp gốc {origin} chưa có những thay đổi làm ở đây.</translation>
    </message>
    <message>
        <source>Close without bringing it back</source>
        <translation>Đóng, chưa mang về</translation>
    </message>
    <message>
        <source>Brought back to {origin}: it has everything that this copy has.</source>
        <translation>Đã mang về {origin}: tệp ở đó có đủ mọi thứ như bản này.</translation>
    </message>
    <message>
        <source>Network drive or USB stick: writing is slower; do not pull it while the file is open</source>
        <translation>Ổ mạng/USB: ghi chậm hơn, đừng rút khi đang mở</translation>
    </message>
</context>
<context>
    <name>PlanWorkScreen</name>
    <message>
        <source>Work of the plan</source>
        <translation>Công việc của kế hoạch</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Kế hoạch</translation>
    </message>
    <message>
        <source>&amp;also what others lead</source>
        <translation>&amp;cả việc do nơi khác chủ trì</translation>
    </message>
    <message>
        <source>In the column State: 1 done, 2 under way, 3 not done, 4 not applicable; Alt+Down lists them.</source>
        <translation>Ở cột Tình trạng gõ: 1 đã thực hiện, 2 đang thực hiện, 3 chưa thực hiện, 4 không áp dụng; Alt+↓ mở danh sách.</translation>
    </message>
    <message>
        <source>P&amp;lan:</source>
        <translation>Kế &amp;hoạch:</translation>
    </message>
    <message>
        <source>No plan binds the station yet. Choose the plans under Settings (Ctrl+7).</source>
        <translation>Chưa có kế hoạch nào giao cho trạm. Xin chọn ở Cài đặt (Ctrl+7).</translation>
    </message>
    <message>
        <source>report</source>
        <translation>báo cáo</translation>
    </message>
</context>
<context>
    <name>PreviewModel</name>
    <message>
        <source>Data element</source>
        <translation>Trường số liệu</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Kỳ</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Đang có</translation>
    </message>
    <message>
        <source>Will be</source>
        <translation>Sẽ thành</translation>
    </message>
</context>
<context>
    <name>PrintCheck</name>
    <message>
        <source>No code has {signs}: it is made of figures and of letters without I, L, O, U.</source>
        <translation>Mã không có {signs}: mã chỉ gồm chữ số và chữ cái, không có I, L, O, U.</translation>
    </message>
    <message numerus="yes">
        <source>%n letter(s) to go</source>
        <translation>
            <numerusform>còn thiếu %n chữ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n letter(s) too many</source>
        <translation>
            <numerusform>thừa %n chữ</numerusform>
        </translation>
    </message>
    <message>
        <source>This file calls itself a copy ({form}) of the report: a copy is not the frozen file, so that the program cannot prove it. Please compare it page by page with the report beside it.</source>
        <translation>Tệp này tự ghi là bản {form} của báo cáo: bản sao không phải tệp đã chốt nên chương trình không chứng thực được. Xin so từng trang với báo cáo bên cạnh.</translation>
    </message>
    <message>
        <source>This file has no frozen report with the code {code}.</source>
        <translation>Tệp số liệu này không có báo cáo đã chốt nào mang mã {code}.</translation>
    </message>
    <message>
        <source>The code belongs to the report beside it. Please compare the paper with it page by page: the code alone does not prove the figures.</source>
        <translation>Mã này là của báo cáo bên cạnh. Xin so từng trang giấy với báo cáo đó: chỉ riêng mã thì chưa chứng thực được số liệu trên giấy.</translation>
    </message>
</context>
<context>
    <name>PrintCheckPage</name>
    <message>
        <source>Check a print</source>
        <translation>Kiểm tra bản in</translation>
    </message>
    <message>
        <source>for example ABCDE-FGHJK</source>
        <translation>ví dụ ABCDE-FGHJK</translation>
    </message>
    <message>
        <source>Pages of the frozen report</source>
        <translation>Các trang của báo cáo đã chốt</translation>
    </message>
    <message>
        <source>Open a &amp;PDF…  Ctrl+Shift+O</source>
        <translation>Mở tệp &amp;PDF…  Ctrl+Shift+O</translation>
    </message>
    <message>
        <source>&amp;Show this report</source>
        <translation>&amp;Xem báo cáo này</translation>
    </message>
    <message>
        <source>&amp;Trusted authorities…</source>
        <translation>&amp;Tổ chức tin cậy…</translation>
    </message>
    <message>
        <source>Trust &amp;nobody</source>
        <translation>&amp;Không tin tổ chức nào</translation>
    </message>
    <message>
        <source>Every page of a frozen report carries its code in the bottom margin.</source>
        <translation>Trang nào của báo cáo đã chốt cũng có mã ở lề dưới.</translation>
    </message>
    <message>
        <source>&amp;Code on the paper</source>
        <translation>&amp;Mã trên giấy</translation>
    </message>
    <message>
        <source>or drop it here</source>
        <translation>hoặc thả tệp vào đây</translation>
    </message>
    <message>
        <source>Please type the ten letters of the code.</source>
        <translation>Xin gõ đủ mười chữ của mã.</translation>
    </message>
    <message>
        <source>Checking {file}…</source>
        <translation>Đang kiểm tra {file}…</translation>
    </message>
    <message>
        <source>Folder with the certificates of trusted authorities</source>
        <translation>Thư mục chứa chứng thư của các tổ chức tin cậy</translation>
    </message>
    <message>
        <source>On this computer certificates are trusted that lead to those in {folder}.</source>
        <translation>Máy này tin các chứng thư do tổ chức trong {folder} cấp.</translation>
    </message>
    <message>
        <source>No authority is trusted on this computer yet: signatures are checked for being intact, and nothing is said of who vouches for the signer.</source>
        <translation>Máy này chưa có tổ chức chứng thực nào được tin cậy: chương trình kiểm tra chữ ký còn nguyên vẹn hay không, chưa nói được ai bảo đảm cho người ký.</translation>
    </message>
</context>
<context>
    <name>ProfileForm</name>
    <message>
        <source>Valid from</source>
        <translation>Có giá trị từ</translation>
    </message>
    <message>
        <source>empty: from the start; a change: from today</source>
        <translation>để trống: từ đầu; nếu thay đổi: từ hôm nay</translation>
    </message>
    <message>
        <source>Each field is saved when you leave it. Documents carry what holds on their own date: for a change that holds from a certain day, type that day first.</source>
        <translation>Mỗi ô được lưu khi rời ô. Văn bản ghi theo thông tin có giá trị vào kỳ của văn bản: thay đổi có giá trị từ một ngày nào thì gõ ngày đó trước.</translation>
    </message>
    <message>
        <source>Reports still lack: {details}.</source>
        <translation>Báo cáo còn thiếu: {details}.</translation>
    </message>
    <message>
        <source>As of, and changes valid &amp;from</source>
        <translation>Xem theo ngày, thay đổi có giá trị &amp;từ</translation>
    </message>
</context>
<context>
    <name>ProfilePage</name>
    <message>
        <source>Code of the station: {code}; it never changes. Days and times are those of Vietnam, whatever the computer&apos;s time zone is.</source>
        <translation>Mã đơn vị: {code}, cố định. Ngày, giờ theo giờ Việt Nam dù máy đặt múi giờ nào.</translation>
    </message>
    <message>
        <source>Saved: merger or division on {day}. Comparisons across it are shown and not judged.</source>
        <translation>Đã lưu: sáp nhập hoặc chia tách từ ngày {day}. So sánh qua ngày này vẫn hiện nhưng không kết luận.</translation>
    </message>
    <message>
        <source>Saved: {day} is no merger any more. Comparisons across it are judged again.</source>
        <translation>Đã lưu: ngày {day} không còn là ngày sáp nhập. So sánh qua ngày này lại được kết luận.</translation>
    </message>
    <message>
        <source>Saved: {detail}, valid from the start.</source>
        <translation>Đã lưu: {detail}, có giá trị từ đầu.</translation>
    </message>
    <message>
        <source>Saved: {detail}, valid from {day}.</source>
        <translation>Đã lưu: {detail}, có giá trị từ {day}.</translation>
    </message>
</context>
<context>
    <name>QAbstractFileIconProvider</name>
    <message>
        <source>Drive</source>
        <translation>Ổ đĩa</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Tệp</translation>
    </message>
    <message>
        <source>%1 File</source>
        <translation>Tệp %1</translation>
    </message>
    <message>
        <source>File Folder</source>
        <translation>Thư mục</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Thư mục</translation>
    </message>
    <message>
        <source>Alias</source>
        <translation>Lối tắt</translation>
    </message>
    <message>
        <source>Shortcut</source>
        <translation>Lối tắt</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Không rõ</translation>
    </message>
</context>
<context>
    <name>QAbstractSpinBox</name>
    <message>
        <source>&amp;Select All</source>
        <translation>&amp;Chọn tất cả</translation>
    </message>
    <message>
        <source>&amp;Step up</source>
        <translation>&amp;Tăng</translation>
    </message>
    <message>
        <source>Step &amp;down</source>
        <translation>&amp;Giảm</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>File &amp;name:</source>
        <translation>&amp;Tên tệp:</translation>
    </message>
    <message>
        <source>&amp;Look in:</source>
        <translation>&amp;Trong thư mục:</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>&amp;Loại tệp:</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Mở</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Lưu</translation>
    </message>
    <message>
        <source>&amp;Choose</source>
        <translation>&amp;Chọn</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Lùi</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Tiến</translation>
    </message>
    <message>
        <source>Parent Directory</source>
        <translation>Thư mục cha</translation>
    </message>
    <message>
        <source>Create New Folder</source>
        <translation>Tạo thư mục mới</translation>
    </message>
    <message>
        <source>List View</source>
        <translation>Dạng danh sách</translation>
    </message>
    <message>
        <source>Detail View</source>
        <translation>Dạng chi tiết</translation>
    </message>
    <message>
        <source>Computer</source>
        <translation>Máy tính</translation>
    </message>
    <message>
        <source>My Computer</source>
        <translation>Máy tính</translation>
    </message>
    <message>
        <source>New Folder</source>
        <translation>Thư mục mới</translation>
    </message>
    <message>
        <source>Directories</source>
        <translation>Thư mục</translation>
    </message>
    <message>
        <source>%1 already exists.
Do you want to replace it?</source>
        <translation>%1 đã có.
Có thay tệp cũ không?</translation>
    </message>
    <message>
        <source>Find Directory</source>
        <translation>Tìm thư mục</translation>
    </message>
    <message>
        <source>Directory:</source>
        <translation>Thư mục:</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>Đổ&amp;i tên</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Xóa</translation>
    </message>
    <message>
        <source>Show </source>
        <translation>Hiện </translation>
    </message>
    <message>
        <source>Show &amp;hidden files</source>
        <translation>Hiện tệp ẩ&amp;n</translation>
    </message>
    <message>
        <source>&amp;New Folder</source>
        <translation>&amp;Thư mục mới</translation>
    </message>
    <message>
        <source>All Files (*)</source>
        <translation>Mọi tệp (*)</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Các tệp</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Bỏ</translation>
    </message>
    <message>
        <source>Recent Places</source>
        <translation>Nơi mở gần đây</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Về nơi trước</translation>
    </message>
    <message>
        <source>Go forward</source>
        <translation>Đến nơi sau</translation>
    </message>
    <message>
        <source>Go to the parent directory</source>
        <translation>Lên thư mục chứa</translation>
    </message>
    <message>
        <source>Create a New Folder</source>
        <translation>Tạo thư mục mới</translation>
    </message>
    <message>
        <source>Change to list view mode</source>
        <translation>Xem dạng danh sách</translation>
    </message>
    <message>
        <source>Change to detail view mode</source>
        <translation>Xem chi tiết</translation>
    </message>
    <message>
        <source>Sidebar</source>
        <translation>Thanh bên</translation>
    </message>
    <message>
        <source>List of places and bookmarks</source>
        <translation>Các nơi lưu tệp</translation>
    </message>
    <message>
        <source>%1
Directory not found.
Please verify the correct directory name was given.</source>
        <translation>%1
Không tìm thấy thư mục này.
Xin kiểm tra lại tên thư mục.</translation>
    </message>
    <message>
        <source>%1
File not found.
Please verify the correct file name was given.</source>
        <translation>%1
Không tìm thấy tệp này.
Xin kiểm tra lại tên tệp.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is write protected.
Do you want to delete it anyway?</source>
        <translation>“%1” được bảo vệ, không cho ghi.
Vẫn xóa?</translation>
    </message>
    <message>
        <source>Are you sure you want to delete &apos;%1&apos;?</source>
        <translation>Xóa “%1”?</translation>
    </message>
    <message>
        <source>Could not delete directory.</source>
        <translation>Không xóa được thư mục.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Xóa</translation>
    </message>
</context>
<context>
    <name>QFileSystemModel</name>
    <message>
        <source>Name</source>
        <translation>Tên</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Cỡ</translation>
    </message>
    <message>
        <source>Date Modified</source>
        <translation>Ngày sửa</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Loại</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Loại</translation>
    </message>
    <message>
        <source>Computer</source>
        <translation>Máy tính</translation>
    </message>
    <message>
        <source>My Computer</source>
        <translation>Máy tính</translation>
    </message>
    <message>
        <source>Invalid filename</source>
        <translation>Tên tệp không hợp lệ</translation>
    </message>
    <message>
        <source>&lt;b&gt;The name &quot;%1&quot; cannot be used.&lt;/b&gt;</source>
        <translation>&lt;b&gt;Không dùng được tên “%1”.&lt;/b&gt;</translation>
    </message>
    <message>
        <source>&lt;b&gt;The name &quot;%1&quot; cannot be used.&lt;/b&gt;&lt;p&gt;Try using another name, with fewer characters or no punctuations marks.</source>
        <translation>&lt;b&gt;Không dùng được tên “%1”.&lt;/b&gt;&lt;p&gt;Xin đặt tên khác, ngắn hơn hoặc không có dấu câu.</translation>
    </message>
</context>
<context>
    <name>QLineEdit</name>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Hoàn tác</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Làm lại</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>Cắ&amp;t</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Chép</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Dán</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Xóa</translation>
    </message>
    <message>
        <source>Select All</source>
        <translation>Chọn tất cả</translation>
    </message>
</context>
<context>
    <name>QMessageBox</name>
    <message>
        <source>Show Details...</source>
        <translation>Xem chi tiết…</translation>
    </message>
    <message>
        <source>Hide Details...</source>
        <translation>Ẩn chi tiết…</translation>
    </message>
</context>
<context>
    <name>QPageSetupWidget</name>
    <message>
        <source>Paper</source>
        <translation>Giấy</translation>
    </message>
    <message>
        <source>Page size:</source>
        <translation>Cỡ giấy:</translation>
    </message>
    <message>
        <source>Width:</source>
        <translation>Rộng:</translation>
    </message>
    <message>
        <source>Height:</source>
        <translation>Cao:</translation>
    </message>
    <message>
        <source>Paper source:</source>
        <translation>Khay giấy:</translation>
    </message>
    <message>
        <source>Custom</source>
        <translation>Tự chọn</translation>
    </message>
    <message>
        <source>Orientation</source>
        <translation>Hướng giấy</translation>
    </message>
    <message>
        <source>Portrait</source>
        <translation>Dọc</translation>
    </message>
    <message>
        <source>Landscape</source>
        <translation>Ngang</translation>
    </message>
    <message>
        <source>Reverse portrait</source>
        <translation>Dọc, ngược</translation>
    </message>
    <message>
        <source>Reverse landscape</source>
        <translation>Ngang, ngược</translation>
    </message>
    <message>
        <source>Margins</source>
        <translation>Lề</translation>
    </message>
    <message>
        <source>top margin</source>
        <translation>lề trên</translation>
    </message>
    <message>
        <source>bottom margin</source>
        <translation>lề dưới</translation>
    </message>
    <message>
        <source>left margin</source>
        <translation>lề trái</translation>
    </message>
    <message>
        <source>right margin</source>
        <translation>lề phải</translation>
    </message>
    <message>
        <source>Page Layout</source>
        <translation>Bố trí trang</translation>
    </message>
    <message>
        <source>Page &amp;order:</source>
        <translation>&amp;Thứ tự trang:</translation>
    </message>
    <message>
        <source>Pages &amp;per sheet:</source>
        <translation>&amp;Số trang trên một tờ:</translation>
    </message>
    <message>
        <source>Millimeters (mm)</source>
        <translation>Mi-li-mét (mm)</translation>
    </message>
    <message>
        <source>Points (pt)</source>
        <translation>Điểm (pt)</translation>
    </message>
    <message>
        <source>Inches (in)</source>
        <translation>Inch (in)</translation>
    </message>
    <message>
        <source>Pica (P̸)</source>
        <translation>Pica (P̸)</translation>
    </message>
    <message>
        <source>Didot (DD)</source>
        <translation>Didot (DD)</translation>
    </message>
    <message>
        <source>Cicero (CC)</source>
        <translation>Cicero (CC)</translation>
    </message>
</context>
<context>
    <name>QPlatformTheme</name>
    <message>
        <source>OK</source>
        <translation>Đồng ý</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Lưu</translation>
    </message>
    <message>
        <source>Save All</source>
        <translation>Lưu tất cả</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Mở</translation>
    </message>
    <message>
        <source>&amp;Yes</source>
        <translation>&amp;Có</translation>
    </message>
    <message>
        <source>Yes to &amp;All</source>
        <translation>Có với &amp;tất cả</translation>
    </message>
    <message>
        <source>&amp;No</source>
        <translation>&amp;Không</translation>
    </message>
    <message>
        <source>N&amp;o to All</source>
        <translation>Khôn&amp;g với tất cả</translation>
    </message>
    <message>
        <source>Abort</source>
        <translation>Dừng</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Thử lại</translation>
    </message>
    <message>
        <source>Ignore</source>
        <translation>Bỏ qua</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Bỏ thay đổi</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Trợ giúp</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Áp dụng</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Đặt lại</translation>
    </message>
    <message>
        <source>Restore Defaults</source>
        <translation>Về mặc định</translation>
    </message>
</context>
<context>
    <name>QPrintDialog</name>
    <message>
        <source>Print</source>
        <translation>In</translation>
    </message>
    <message>
        <source>&amp;Print</source>
        <translation>&amp;In</translation>
    </message>
    <message>
        <source>&amp;Options &gt;&gt;</source>
        <translation>&amp;Tùy chọn &gt;&gt;</translation>
    </message>
    <message>
        <source>&amp;Options &lt;&lt;</source>
        <translation>&amp;Tùy chọn &lt;&lt;</translation>
    </message>
    <message>
        <source>Print to File (PDF)</source>
        <translation>In ra tệp (PDF)</translation>
    </message>
    <message>
        <source>Local file</source>
        <translation>Tệp trên máy</translation>
    </message>
    <message>
        <source>Write PDF file</source>
        <translation>Ghi tệp PDF</translation>
    </message>
    <message>
        <source>Print To File ...</source>
        <translation>In ra tệp…</translation>
    </message>
    <message>
        <source>Print all</source>
        <translation>In tất cả</translation>
    </message>
    <message>
        <source>Print range</source>
        <translation>Phạm vi in</translation>
    </message>
    <message>
        <source>All Pages</source>
        <translation>Mọi trang</translation>
    </message>
    <message>
        <source>Odd Pages</source>
        <translation>Trang lẻ</translation>
    </message>
    <message>
        <source>Even Pages</source>
        <translation>Trang chẵn</translation>
    </message>
    <message>
        <source>Left to Right, Top to Bottom</source>
        <translation>Trái sang phải, trên xuống dưới</translation>
    </message>
    <message>
        <source>Left to Right, Bottom to Top</source>
        <translation>Trái sang phải, dưới lên trên</translation>
    </message>
    <message>
        <source>Right to Left, Top to Bottom</source>
        <translation>Phải sang trái, trên xuống dưới</translation>
    </message>
    <message>
        <source>Right to Left, Bottom to Top</source>
        <translation>Phải sang trái, dưới lên trên</translation>
    </message>
    <message>
        <source>Top to Bottom, Left to Right</source>
        <translation>Trên xuống dưới, trái sang phải</translation>
    </message>
    <message>
        <source>Top to Bottom, Right to Left</source>
        <translation>Trên xuống dưới, phải sang trái</translation>
    </message>
    <message>
        <source>Bottom to Top, Left to Right</source>
        <translation>Dưới lên trên, trái sang phải</translation>
    </message>
    <message>
        <source>Bottom to Top, Right to Left</source>
        <translation>Dưới lên trên, phải sang trái</translation>
    </message>
    <message>
        <source>%1 is a directory.
Please choose a different file name.</source>
        <translation>%1 là thư mục.
Xin chọn tên tệp khác.</translation>
    </message>
    <message>
        <source>File %1 is not writable.
Please choose a different file name.</source>
        <translation>Không ghi được tệp %1.
Xin chọn tên tệp khác.</translation>
    </message>
    <message>
        <source>%1 already exists.
Do you want to overwrite it?</source>
        <translation>%1 đã có.
Ghi đè lên tệp đó?</translation>
    </message>
</context>
<context>
    <name>QPrintPreviewDialog</name>
    <message>
        <source>Page Setup</source>
        <translation>Thiết lập trang</translation>
    </message>
</context>
<context>
    <name>QPrintSettingsOutput</name>
    <message>
        <source>Print range</source>
        <translation>Phạm vi in</translation>
    </message>
    <message>
        <source>Print all</source>
        <translation>In tất cả</translation>
    </message>
    <message>
        <source>Pages from</source>
        <translation>Từ trang</translation>
    </message>
    <message>
        <source>to</source>
        <translation>đến</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>Bản in</translation>
    </message>
    <message>
        <source>Copies:</source>
        <translation>Số bản:</translation>
    </message>
    <message>
        <source>Collate</source>
        <translation>Xếp theo bộ</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Tùy chọn</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Các trang</translation>
    </message>
    <message>
        <source>Current Page</source>
        <translation>Trang hiện tại</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>Phần đã chọn</translation>
    </message>
    <message>
        <source>Page &amp;Set:</source>
        <translation>&amp;Bộ trang:</translation>
    </message>
    <message>
        <source>Output Settings</source>
        <translation>Cách in</translation>
    </message>
    <message>
        <source>Reverse</source>
        <translation>In ngược từ trang cuối</translation>
    </message>
    <message>
        <source>Double Sided Printing</source>
        <translation>In hai mặt</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Không</translation>
    </message>
    <message>
        <source>Long side binding</source>
        <translation>Lật theo cạnh dài</translation>
    </message>
    <message>
        <source>Short side binding</source>
        <translation>Lật theo cạnh ngắn</translation>
    </message>
    <message>
        <source>Color Mode</source>
        <translation>Màu</translation>
    </message>
    <message>
        <source>Color</source>
        <translation>In màu</translation>
    </message>
    <message>
        <source>Grayscale</source>
        <translation>Thang xám</translation>
    </message>
    <message>
        <source>Specify pages or ranges separated by commas. Ranges are specified by two numbers separated by a hyphen. E.g: 3,5-7,9 prints pages 3, 5, 6, 7 and 9.</source>
        <translation>Ghi các trang hoặc khoảng trang cách nhau bằng dấu phẩy; khoảng trang ghi hai số nối bằng gạch ngang. Ví dụ 3,5-7,9 là in các trang 3, 5, 6, 7 và 9.</translation>
    </message>
</context>
<context>
    <name>QPrintWidget</name>
    <message>
        <source>Printer</source>
        <translation>Máy in</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Tên:</translation>
    </message>
    <message>
        <source>P&amp;roperties</source>
        <translation>Th&amp;uộc tính</translation>
    </message>
    <message>
        <source>Location:</source>
        <translation>Nơi đặt:</translation>
    </message>
    <message>
        <source>Type:</source>
        <translation>Loại:</translation>
    </message>
    <message>
        <source>Output &amp;file:</source>
        <translation>Tệp &amp;ra:</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Xem trước</translation>
    </message>
</context>
<context>
    <name>QScrollBar</name>
    <message>
        <source>Scroll here</source>
        <translation>Cuộn đến đây</translation>
    </message>
    <message>
        <source>Top</source>
        <translation>Đầu</translation>
    </message>
    <message>
        <source>Bottom</source>
        <translation>Cuối</translation>
    </message>
    <message>
        <source>Left edge</source>
        <translation>Mép trái</translation>
    </message>
    <message>
        <source>Right edge</source>
        <translation>Mép phải</translation>
    </message>
    <message>
        <source>Page up</source>
        <translation>Lên một trang</translation>
    </message>
    <message>
        <source>Page down</source>
        <translation>Xuống một trang</translation>
    </message>
    <message>
        <source>Page left</source>
        <translation>Sang trái một trang</translation>
    </message>
    <message>
        <source>Page right</source>
        <translation>Sang phải một trang</translation>
    </message>
    <message>
        <source>Scroll up</source>
        <translation>Cuộn lên</translation>
    </message>
    <message>
        <source>Scroll down</source>
        <translation>Cuộn xuống</translation>
    </message>
    <message>
        <source>Scroll left</source>
        <translation>Cuộn sang trái</translation>
    </message>
    <message>
        <source>Scroll right</source>
        <translation>Cuộn sang phải</translation>
    </message>
</context>
<context>
    <name>QShortcut</name>
    <message>
        <source>Return</source>
        <translation>Enter</translation>
    </message>
</context>
<context>
    <name>QWidgetTextControl</name>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Hoàn tác</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Làm lại</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>Cắ&amp;t</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Chép</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Dán</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Xóa</translation>
    </message>
    <message>
        <source>Select All</source>
        <translation>Chọn tất cả</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Screens</source>
        <translation>Các màn hình</translation>
    </message>
</context>
<context>
    <name>ReasonLine</name>
    <message>
        <source>Reason</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>Keep the reason</source>
        <translation>Ghi lý do</translation>
    </message>
    <message>
        <source>Leave it (Esc)</source>
        <translation>Để nguyên (Esc)</translation>
    </message>
</context>
<context>
    <name>Recognition</name>
    <message>
        <source>recognised for the first time</source>
        <translation>công nhận mới</translation>
    </message>
    <message>
        <source>recognised again</source>
        <translation>công nhận lại</translation>
    </message>
    <message>
        <source>kept up</source>
        <translation>duy trì</translation>
    </message>
</context>
<context>
    <name>RecognitionForm</name>
    <message>
        <source>Date of the decision</source>
        <translation>Ngày của quyết định</translation>
    </message>
    <message>
        <source>Valid from</source>
        <translation>Có giá trị từ</translation>
    </message>
    <message>
        <source>Valid to</source>
        <translation>Có giá trị đến</translation>
    </message>
    <message>
        <source>Withdrawn on</source>
        <translation>Thu hồi ngày</translation>
    </message>
    <message>
        <source>empty: not withdrawn</source>
        <translation>trống: không bị thu hồi</translation>
    </message>
    <message>
        <source>&amp;Keep the decision</source>
        <translation>&amp;Ghi quyết định</translation>
    </message>
    <message>
        <source>Leave it (Esc)</source>
        <translation>Thôi (Esc)</translation>
    </message>
    <message>
        <source>Criteria set</source>
        <translation>Bộ tiêu chí</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Hình thức</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Ngày</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>Cơ quan ban hành</translation>
    </message>
    <message>
        <source>Reason of the withdrawal</source>
        <translation>Lý do thu hồi</translation>
    </message>
    <message>
        <source>to</source>
        <translation>đến</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>&amp;Year assessed</source>
        <translation>Năm &amp;chấm</translation>
    </message>
    <message>
        <source>&amp;Decision number</source>
        <translation>Số quyết địn&amp;h</translation>
    </message>
    <message>
        <source>&amp;Issued by</source>
        <translation>Cơ quan &amp;ban hành</translation>
    </message>
    <message>
        <source>Valid &amp;from</source>
        <translation>Có giá trị &amp;từ</translation>
    </message>
    <message>
        <source>&amp;Withdrawn on</source>
        <translation>Th&amp;u hồi ngày</translation>
    </message>
    <message>
        <source>Please type the assessed year with four digits, for example 2024.</source>
        <translation>Xin ghi năm chấm bằng bốn chữ số, ví dụ 2024.</translation>
    </message>
</context>
<context>
    <name>RecognitionPage</name>
    <message>
        <source>Recognition</source>
        <translation>Công nhận</translation>
    </message>
    <message>
        <source>Year assessed</source>
        <translation>Năm chấm</translation>
    </message>
    <message>
        <source>Criteria set</source>
        <translation>Bộ tiêu chí</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Hình thức</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Quyết định</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Ngày</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>Thời hạn</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Tình trạng</translation>
    </message>
    <message>
        <source>Decisions of recognition</source>
        <translation>Các quyết định công nhận</translation>
    </message>
    <message>
        <source>The year assessed, the day of scoring and the day of the decision are three different things. The term is filled in as the set gives it, and can be changed.</source>
        <translation>Năm chấm, ngày chấm và ngày quyết định là ba việc khác nhau. Thời hạn được điền sẵn theo bộ tiêu chí và sửa được.</translation>
    </message>
    <message>
        <source>&amp;Enter a decision…  Ins</source>
        <translation>&amp;Nhập quyết định…  Ins</translation>
    </message>
    <message>
        <source>C&amp;hange…  F2</source>
        <translation>&amp;Sửa…  F2</translation>
    </message>
    <message>
        <source>Take away…  Del</source>
        <translation>Bỏ…  Del</translation>
    </message>
    <message>
        <source>{first} – {last}</source>
        <translation>{first} – {last}</translation>
    </message>
    <message>
        <source>withdrawn on {day}: {reason}</source>
        <translation>thu hồi ngày {day}: {reason}</translation>
    </message>
    <message>
        <source>not in force yet</source>
        <translation>chưa có hiệu lực</translation>
    </message>
    <message>
        <source>in force</source>
        <translation>đang có hiệu lực</translation>
    </message>
    <message>
        <source>term ended</source>
        <translation>đã hết hạn</translation>
    </message>
    <message>
        <source>No decision of recognition is on record.</source>
        <translation>Chưa ghi quyết định công nhận nào.</translation>
    </message>
    <message>
        <source>The title was withdrawn on {day}.</source>
        <translation>Danh hiệu đã bị thu hồi ngày {day}.</translation>
    </message>
    <message>
        <source>The term of the title ended on {day}.</source>
        <translation>Danh hiệu đã hết hạn ngày {day}.</translation>
    </message>
    <message numerus="yes">
        <source>The title holds until {day}: %n day(s) left ({decision}).</source>
        <translation>
            <numerusform>Danh hiệu có giá trị đến {day}: còn %n ngày ({decision}).</numerusform>
        </translation>
    </message>
    <message>
        <source>Next recognition: with the assessment of {year}.</source>
        <translation>Lần công nhận lại tới: theo kết quả chấm năm {year}.</translation>
    </message>
    <message>
        <source>It has to be seen to now.</source>
        <translation>Cần lo việc này ngay.</translation>
    </message>
    <message>
        <source>&amp;Keep it all the same</source>
        <translation>&amp;Vẫn lưu</translation>
    </message>
    <message>
        <source>There is a decision for {year} already. Write this one in its place?</source>
        <translation>Năm {year} đã có quyết định. Ghi quyết định này thay vào?</translation>
    </message>
    <message>
        <source>The decision is dated {day}, before the year {year} that it recognises. Is that right?</source>
        <translation>Quyết định ghi ngày {day}, trước năm {year} được công nhận. Ngày ấy có đúng không?</translation>
    </message>
    <message>
        <source>The decision is dated {day}, before the day of scoring {scored}. Is that right?</source>
        <translation>Quyết định ghi ngày {day}, trước ngày chấm điểm {scored}. Ngày ấy có đúng không?</translation>
    </message>
    <message>
        <source>Kept: {decision} for {year}.</source>
        <translation>Đã ghi: {decision}, năm {year}.</translation>
    </message>
    <message>
        <source>Take the decision for {year} away? Only when it was entered by mistake: a title that was taken back has the day of its withdrawal instead.</source>
        <translation>Xóa quyết định của năm {year}? Chỉ xóa khi ghi nhầm: danh hiệu bị thu hồi thì ghi ngày thu hồi.</translation>
    </message>
    <message>
        <source>&amp;Take it away</source>
        <translation>&amp;Xóa</translation>
    </message>
    <message>
        <source>Taken away: {decision}.</source>
        <translation>Đã xóa: {decision}.</translation>
    </message>
</context>
<context>
    <name>Recovery</name>
    <message>
        <source>The file is empty: nothing is left in it.</source>
        <translation>Tệp rỗng: không còn gì trong tệp.</translation>
    </message>
    <message>
        <source>The beginning of the file is destroyed, so that it cannot be read as a station file any more.</source>
        <translation>Phần đầu của tệp đã hỏng nên không còn đọc được như một tệp số liệu.</translation>
    </message>
    <message>
        <source>The beginning of the file is changed, so that it cannot be read as a station file any more.</source>
        <translation>Phần đầu của tệp đã bị thay đổi nên không còn đọc được như một tệp số liệu.</translation>
    </message>
    <message>
        <source>A part of the file is destroyed.</source>
        <translation>Một phần của tệp đã hỏng.</translation>
    </message>
    <message>
        <source>The damage was met while the file was open.</source>
        <translation>Tệp bị hỏng khi đang mở.</translation>
    </message>
    <message>
        <source>{count} figures typed just now are not in it; they are written into the new file once it is made.</source>
        <translation>{count} số vừa nhập chưa có trong tệp; sẽ được ghi vào tệp mới ngay khi tạo xong.</translation>
    </message>
    <message>
        <source>The backup of {when}, of another copy that went its own way at {parted}</source>
        <translation>Bản sao lưu lúc {when}, từ một bản khác đã tách ra lúc {parted}</translation>
    </message>
    <message>
        <source>What can still be read of the damaged file</source>
        <translation>Phần còn đọc được của tệp hỏng</translation>
    </message>
    <message>
        <source>The backup of {when}, and what can still be read of the damaged file</source>
        <translation>Bản sao lưu lúc {when}, cộng phần còn đọc được của tệp hỏng</translation>
    </message>
    <message>
        <source>The backup of {when}</source>
        <translation>Bản sao lưu lúc {when}</translation>
    </message>
    <message>
        <source>{count} figures</source>
        <translation>{count} số liệu</translation>
    </message>
    <message>
        <source>{count} figures, up to {when}</source>
        <translation>{count} số liệu, đến {when}</translation>
    </message>
    <message>
        <source>{count} changes of details, decisions and texts are lost</source>
        <translation>mất {count} thay đổi về thông tin trạm, kết luận, lời văn</translation>
    </message>
    <message>
        <source>of the frozen reports {codes} the PDF or the snapshot is lost</source>
        <translation>bản PDF hoặc bản chụp của các báo cáo đã chốt {codes} bị mất</translation>
    </message>
    <message>
        <source>{count} entries of the history cannot be read anywhere</source>
        <translation>{count} mục nhật ký không còn đọc được ở đâu</translation>
    </message>
    <message>
        <source>No figure that is known is lost</source>
        <translation>Không mất số liệu nào đã biết</translation>
    </message>
    <message>
        <source>{count} cells are lost or older, of {periods}</source>
        <translation>Mất hoặc lùi về số cũ {count} ô, kỳ {periods}</translation>
    </message>
    <message>
        <source>{count} cells are lost or older, typed at {first}, of {periods}</source>
        <translation>Mất hoặc lùi về số cũ {count} ô nhập lúc {first}, kỳ {periods}</translation>
    </message>
    <message>
        <source>{count} cells are lost or older, typed from {first} to {last}, of {periods}</source>
        <translation>Mất hoặc lùi về số cũ {count} ô nhập từ {first} đến {last}, kỳ {periods}</translation>
    </message>
    <message>
        <source>{count} more periods</source>
        <translation>{count} kỳ khác</translation>
    </message>
</context>
<context>
    <name>RecoveryPage</name>
    <message>
        <source>Recover a station file – Sổ Trạm</source>
        <translation>Phục hồi tệp số liệu – Sổ Trạm</translation>
    </message>
    <message>
        <source>Ways to a sound file</source>
        <translation>Các cách phục hồi</translation>
    </message>
    <message>
        <source>This station file is damaged</source>
        <translation>Tệp số liệu này bị hỏng</translation>
    </message>
    <message>
        <source>Nothing is changed before you choose: a way makes a new file, and the damaged one stays as it is. Choose with Alt+1, Alt+2 …, or with Tab, the arrows and Enter.</source>
        <translation>Chưa chọn thì chưa có gì thay đổi: mỗi cách tạo ra một tệp mới, tệp hỏng giữ nguyên. Chọn bằng Alt+1, Alt+2 …, hoặc bằng Tab, phím mũi tên rồi Enter.</translation>
    </message>
    <message>
        <source>&amp;Recover in the chosen way</source>
        <translation>&amp;Phục hồi theo cách này</translation>
    </message>
    <message>
        <source>A backup &amp;elsewhere…</source>
        <translation>Bản sao lưu ở nơi &amp;khác…</translation>
    </message>
    <message>
        <source>&amp;Open another file…</source>
        <translation>&amp;Mở tệp khác…</translation>
    </message>
    <message>
        <source>&amp;Back to the start</source>
        <translation>&amp;Về trang đầu</translation>
    </message>
    <message>
        <source>Looking what can be had of the file and its backups…</source>
        <translation>Đang xem tệp và các bản sao lưu còn giữ được gì…</translation>
    </message>
    <message>
        <source>Ways to a sound file, those that lose least first</source>
        <translation>Các cách phục hồi, cách mất ít nhất đứng đầu</translation>
    </message>
    <message>
        <source>Nothing can be read of this file, and no backup of it was found. Put in the stick with the second copies and choose “A backup elsewhere…”.</source>
        <translation>Không đọc được gì từ tệp này và không tìm thấy bản sao lưu nào. Xin cắm USB có bản sao lưu rồi chọn “Bản sao lưu ở nơi khác…”.</translation>
    </message>
    <message>
        <source>Backups and station files (*.sotram-backup *.sotram)</source>
        <translation>Bản sao lưu và tệp số liệu (*.sotram-backup *.sotram)</translation>
    </message>
    <message>
        <source>Choose a backup</source>
        <translation>Chọn bản sao lưu</translation>
    </message>
    <message>
        <source>A new file is made: {file}. The damaged file stays as it is.</source>
        <translation>Sẽ tạo tệp mới: {file}. Tệp hỏng giữ nguyên.</translation>
    </message>
    <message>
        <source>Make it and open it (Ctrl+Enter)</source>
        <translation>Tạo và mở tệp mới (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Another place…</source>
        <translation>Chỗ khác…</translation>
    </message>
    <message>
        <source>Station files (*.sotram)</source>
        <translation>Tệp số liệu (*.sotram)</translation>
    </message>
    <message>
        <source>{name} recovered {day}</source>
        <translation>{name} phục hồi {day}</translation>
    </message>
    <message>
        <source>Making the new file and checking it…</source>
        <translation>Đang tạo tệp mới và kiểm tra…</translation>
    </message>
    <message>
        <source>Stopped. Nothing was changed.</source>
        <translation>Đã dừng. Chưa có gì thay đổi.</translation>
    </message>
</context>
<context>
    <name>RecoveryPanel</name>
    <message>
        <source>Recovery code</source>
        <translation>Mã khôi phục</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Chép</translation>
    </message>
    <message>
        <source>P&amp;rint…</source>
        <translation>&amp;In…</translation>
    </message>
    <message>
        <source>I have it on paper</source>
        <translation>Đã ghi ra giấy</translation>
    </message>
    <message>
        <source>It is shown only now. Keep it on paper under lock: it sets a new PIN for the head when the PIN is forgotten, once, and the change log says so.</source>
        <translation>Mã chỉ hiện lần này. Hãy in hoặc chép ra giấy và cất kín: khi quên mã PIN, trưởng trạm dùng mã này một lần để đặt mã PIN mới, và nhật ký sẽ ghi lại.</translation>
    </message>
</context>
<context>
    <name>Register</name>
    <message>
        <source>Reserved: {reason}</source>
        <translation>Giữ số: {reason}</translation>
    </message>
    <message>
        <source>Skipped: {reason}</source>
        <translation>Bỏ qua: {reason}</translation>
    </message>
    <message>
        <source>Cancelled: {reason}</source>
        <translation>Đã hủy: {reason}</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>Đã phát hành</translation>
    </message>
    <message>
        <source>Issued: number, symbol, day, subject and signer stay as they are on the paper. A mistake in it is put right by a new document (Decree 30/2020, article 18).</source>
        <translation>Đã phát hành: số, ký hiệu, ngày, trích yếu và người ký giữ như trên giấy. Sai sót thì sửa bằng văn bản mới (Nghị định 30/2020, Điều 18).</translation>
    </message>
    <message>
        <source>This number is printed in a frozen report: it is issued when the report is signed and cancelled with it.</source>
        <translation>Số này đã in trong báo cáo đã chốt: báo cáo được ký thì số được phát hành, báo cáo bị hủy thì số bị hủy theo.</translation>
    </message>
    <message>
        <source>A number given up is not used again: only a note can be added.</source>
        <translation>Số đã bỏ qua hoặc đã hủy không dùng lại: chỉ ghi thêm được ghi chú.</translation>
    </message>
    <message>
        <source>Kept by: {text}</source>
        <translation>Lưu tại: {text}</translation>
    </message>
    <message>
        <source>Copies: {text}</source>
        <translation>Số bản: {text}</translation>
    </message>
    <message>
        <source>Report with the code {text}</source>
        <translation>Báo cáo mã {text}</translation>
    </message>
    <message>
        <source>Entered by {text}</source>
        <translation>Người ghi: {text}</translation>
    </message>
</context>
<context>
    <name>RegisterForm</name>
    <message>
        <source>issued with this day</source>
        <translation>phát hành với ngày này</translation>
    </message>
    <message>
        <source>reserved for later</source>
        <translation>giữ số để dùng sau</translation>
    </message>
    <message>
        <source>Day of the document</source>
        <translation>Ngày văn bản</translation>
    </message>
    <message>
        <source>Handed over on</source>
        <translation>Ngày chuyển</translation>
    </message>
    <message>
        <source>several: separated by semicolons</source>
        <translation>nhiều nơi: cách nhau bằng dấu chấm phẩy</translation>
    </message>
    <message>
        <source>why it is reserved</source>
        <translation>vì sao giữ số</translation>
    </message>
    <message>
        <source>Leave it (Esc)</source>
        <translation>Thôi (Esc)</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>&amp;Type, number</source>
        <translation>&amp;Loại, số</translation>
    </message>
    <message>
        <source>Da&amp;y</source>
        <translation>&amp;Ngày</translation>
    </message>
    <message>
        <source>&amp;Subject</source>
        <translation>&amp;Trích yếu</translation>
    </message>
    <message>
        <source>Sy&amp;mbol</source>
        <translation>Ký hiệ&amp;u</translation>
    </message>
    <message>
        <source>Si&amp;gner</source>
        <translation>N&amp;gười ký</translation>
    </message>
    <message>
        <source>Kept &amp;by</source>
        <translation>Lưu tạ&amp;i</translation>
    </message>
    <message>
        <source>N&amp;ote</source>
        <translation>Ghi c&amp;hú</translation>
    </message>
    <message>
        <source>dd/mm/yyyy</source>
        <translation>nn/tt/nnnn</translation>
    </message>
    <message>
        <source>What becomes of the number</source>
        <translation>Số này dùng thế nào</translation>
    </message>
    <message>
        <source>&amp;Receivers</source>
        <translation>N&amp;ơi nhận</translation>
    </message>
    <message>
        <source>&amp;Keep the line  Ctrl+Enter</source>
        <translation>Lưu &amp;dòng này  Ctrl+Enter</translation>
    </message>
    <message>
        <source>&amp;Copies</source>
        <translation>Số &amp;bản</translation>
    </message>
    <message>
        <source>&amp;Acknowledged by</source>
        <translation>&amp;Ký nhận</translation>
    </message>
    <message>
        <source>A new line</source>
        <translation>Dòng mới</translation>
    </message>
    <message>
        <source>No. {number}</source>
        <translation>Số {number}</translation>
    </message>
</context>
<context>
    <name>RegisterPage</name>
    <message>
        <source>Register of outgoing documents</source>
        <translation>Sổ đăng ký văn bản đi</translation>
    </message>
    <message>
        <source>Number, subject, receiver…</source>
        <translation>Số, trích yếu, nơi nhận…</translation>
    </message>
    <message>
        <source>Number, symbol</source>
        <translation>Số, ký hiệu</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Ngày</translation>
    </message>
    <message>
        <source>Type and subject</source>
        <translation>Tên loại và trích yếu</translation>
    </message>
    <message>
        <source>Signer</source>
        <translation>Người ký</translation>
    </message>
    <message>
        <source>Receivers</source>
        <translation>Nơi nhận</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>Chuyển, ký nhận</translation>
    </message>
    <message>
        <source>State and note</source>
        <translation>Tình trạng, ghi chú</translation>
    </message>
    <message>
        <source>all types</source>
        <translation>tất cả các loại</translation>
    </message>
    <message>
        <source>Ye&amp;ar</source>
        <translation>&amp;Năm</translation>
    </message>
    <message>
        <source>&amp;Type</source>
        <translation>L&amp;oại</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>&amp;Tìm</translation>
    </message>
    <message>
        <source>Take a &amp;number…  Ins</source>
        <translation>&amp;Lấy số…  Ins</translation>
    </message>
    <message>
        <source>C&amp;hange…  F2</source>
        <translation>&amp;Sửa…  F2</translation>
    </message>
    <message>
        <source>S&amp;kip a number…</source>
        <translation>&amp;Bỏ qua số…</translation>
    </message>
    <message>
        <source>Cancel a number…  Del</source>
        <translation>Hủy số…  Del</translation>
    </message>
    <message>
        <source>&amp;Print the register…</source>
        <translation>&amp;In sổ…</translation>
    </message>
    <message>
        <source>Save as P&amp;DF…</source>
        <translation>Lưu &amp;PDF…</translation>
    </message>
    <message>
        <source>Export for &amp;Excel…</source>
        <translation>Xuất &amp;Excel…</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Đã dừng.</translation>
    </message>
    <message>
        <source>Numbers are missing: {numbers}. Please look for a newer copy of this file.</source>
        <translation>Thiếu số: {numbers}. Xin tìm bản mới hơn của tệp này.</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s). Next numbers of {year}: {numbers}.</source>
        <translation>
            <numerusform>%n dòng. Số kế tiếp của năm {year}: {numbers}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Please keep this line, or leave it, before you begin another one.</source>
        <translation>Xin lưu hoặc bỏ dòng này trước khi làm dòng khác.</translation>
    </message>
    <message>
        <source>What was typed of this line has not been kept yet.</source>
        <translation>Nội dung vừa gõ của dòng này chưa được lưu.</translation>
    </message>
    <message>
        <source>&amp;Drop it</source>
        <translation>&amp;Bỏ nội dung đó</translation>
    </message>
    <message>
        <source>Number {other} has the day {day}: days would not follow the numbers. Is this day right?</source>
        <translation>Số {other} có ngày {day}: ngày sẽ không theo thứ tự số. Ngày này đúng không?</translation>
    </message>
    <message>
        <source>&amp;Keep it all the same</source>
        <translation>&amp;Vẫn lưu</translation>
    </message>
    <message>
        <source>Number {number} stands in the register.</source>
        <translation>Số {number} đã ghi vào sổ.</translation>
    </message>
    <message>
        <source>Number {number} is reserved.</source>
        <translation>Đã giữ số {number}.</translation>
    </message>
    <message>
        <source>Number {number} is skipped; it will not be given again.</source>
        <translation>Đã bỏ qua số {number}; số này không dùng lại.</translation>
    </message>
    <message>
        <source>Number {number} is cancelled; it will not be given again.</source>
        <translation>Đã hủy số {number}; số này không dùng lại.</translation>
    </message>
    <message>
        <source>Why is number {number} skipped?</source>
        <translation>Vì sao bỏ qua số {number}?</translation>
    </message>
    <message>
        <source>Why is the next number, {number}, skipped?</source>
        <translation>Vì sao bỏ qua số kế tiếp, {number}?</translation>
    </message>
    <message>
        <source>Why is number {number} cancelled?</source>
        <translation>Vì sao hủy số {number}?</translation>
    </message>
    <message>
        <source>Keep the &amp;reason</source>
        <translation>Lưu lý &amp;do</translation>
    </message>
</context>
<context>
    <name>RegisterPrints</name>
    <message>
        <source>Excel (*.xlsx)</source>
        <translation>Excel (*.xlsx)</translation>
    </message>
    <message>
        <source>Making the pages… %p%</source>
        <translation>Đang tạo trang… %p%</translation>
    </message>
</context>
<context>
    <name>ReportChoice</name>
    <message>
        <source>Kind of report</source>
        <translation>Loại báo cáo</translation>
    </message>
    <message>
        <source>R&amp;eport</source>
        <translation>Loại &amp;báo cáo</translation>
    </message>
    <message>
        <source>Progress of a plan</source>
        <translation>Tiến độ kế hoạch</translation>
    </message>
    <message>
        <source>Yearly self-assessment</source>
        <translation>Tự chấm điểm hằng năm</translation>
    </message>
    <message>
        <source>Progress criterion by criterion</source>
        <translation>Tiến độ từng tiêu chí</translation>
    </message>
    <message>
        <source>Health indicators of new-rural communes</source>
        <translation>Chỉ tiêu y tế của xã nông thôn mới</translation>
    </message>
    <message>
        <source>P&amp;lan</source>
        <translation>Kế &amp;hoạch</translation>
    </message>
    <message>
        <source>Criteria se&amp;t</source>
        <translation>Bộ tiêu c&amp;hí</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Kế hoạch</translation>
    </message>
    <message>
        <source>Criteria set</source>
        <translation>Bộ tiêu chí</translation>
    </message>
    <message>
        <source> (does not bind the station)</source>
        <translation> (không giao cho trạm)</translation>
    </message>
    <message>
        <source> (entered by the station)</source>
        <translation> (do đơn vị nhập)</translation>
    </message>
</context>
<context>
    <name>ReportLife</name>
    <message>
        <source>Chec&amp;k…</source>
        <translation>Kiể&amp;m tra…</translation>
    </message>
    <message>
        <source>&amp;Freeze…</source>
        <translation>Chố&amp;t…</translation>
    </message>
    <message>
        <source>Sho&amp;w the frozen report</source>
        <translation>X&amp;em bản đã chốt</translation>
    </message>
    <message>
        <source>What is open in the report</source>
        <translation>Những điểm chưa xong của báo cáo</translation>
    </message>
    <message>
        <source>signed</source>
        <translation>đã ký</translation>
    </message>
    <message>
        <source>Frozen on {moment} by {name}, code {code}.</source>
        <translation>{name} chốt lúc {moment}, mã {code}.</translation>
    </message>
    <message numerus="yes">
        <source>Frozen figures ≠ figures of today: %n cell(s).</source>
        <translation>
            <numerusform>Số liệu đã chốt ≠ số liệu hiện tại: %n ô.</numerusform>
        </translation>
    </message>
    <message>
        <source>The words, settings or states of work are no longer those that were frozen.</source>
        <translation>Lời văn, cài đặt hoặc tình trạng công việc nay đã khác bản chốt.</translation>
    </message>
    <message>
        <source>Being written: the report that replaces {code} ({state}).</source>
        <translation>Đang lập báo cáo thay thế cho {code} ({state}).</translation>
    </message>
    <message>
        <source>Checked by {name} on {moment}.</source>
        <translation>{name} kiểm tra lúc {moment}.</translation>
    </message>
    <message>
        <source>Still open – {counts}.</source>
        <translation>Còn để mở – {counts}.</translation>
    </message>
    <message>
        <source>Draft: something has changed since it was checked.</source>
        <translation>Bản nháp: có thay đổi từ lần kiểm tra trước.</translation>
    </message>
    <message>
        <source>Draft: not checked yet.</source>
        <translation>Bản nháp: chưa kiểm tra.</translation>
    </message>
    <message>
        <source>Open with the reason: {reason}.</source>
        <translation>Lý do còn để mở: {reason}.</translation>
    </message>
    <message>
        <source>Next: {deed} (Ctrl+Enter).</source>
        <translation>Việc tiếp theo: {deed} (Ctrl+Enter).</translation>
    </message>
    <message>
        <source>The report is being worked out.</source>
        <translation>Báo cáo đang được lập.</translation>
    </message>
    <message>
        <source>This report has not been frozen yet.</source>
        <translation>Báo cáo này chưa được chốt.</translation>
    </message>
    <message>
        <source>It is frozen, and nothing has changed since.</source>
        <translation>Báo cáo đã chốt, từ đó không có gì thay đổi.</translation>
    </message>
    <message>
        <source>The file is open for reading only.</source>
        <translation>Tệp đang mở chỉ để đọc.</translation>
    </message>
    <message>
        <source>Some figures are not saved yet. Please save them first, then check the report.</source>
        <translation>Có số liệu chưa lưu được. Xin lưu các số đó trước, rồi kiểm tra báo cáo.</translation>
    </message>
    <message>
        <source>No contradiction, no blank cell, no draft behind this report since January; its words agree.</source>
        <translation>Từ đầu năm, các số của báo cáo không mâu thuẫn, không trống, không ô nào gõ dở; lời văn khớp số liệu.</translation>
    </message>
    <message>
        <source>This is still open behind the report since January. Enter leads to the figure. Going on needs a written reason, which is kept with the report.</source>
        <translation>Từ đầu năm đến hết kỳ còn những điểm dưới đây. Enter đến ô số liệu. Muốn đi tiếp thì ghi lý do; lý do được lưu cùng báo cáo.</translation>
    </message>
    <message>
        <source>Check list: {report}</source>
        <translation>Kiểm tra: {report}</translation>
    </message>
    <message>
        <source>Record as chec&amp;ked</source>
        <translation>&amp;Ghi nhận đã kiểm tra</translation>
    </message>
    <message>
        <source>Record as chec&amp;ked, with the reason</source>
        <translation>&amp;Ghi nhận đã kiểm tra, kèm lý do</translation>
    </message>
    <message>
        <source>The report {code} stays as it is; a new one replaces it and names it. The reason is printed in it.</source>
        <translation>Báo cáo mã {code} giữ nguyên; báo cáo mới thay thế và ghi rõ báo cáo bị thay thế. Lý do được in trong báo cáo mới.</translation>
    </message>
    <message>
        <source>Freezing keeps the figures, the words and the pages as they are now, for good. Later changes never alter them.</source>
        <translation>Chốt là giữ nguyên số liệu, lời văn và các trang như lúc này. Thay đổi về sau không làm bản chốt đổi theo.</translation>
    </message>
    <message>
        <source>Freeze: {report}</source>
        <translation>Chốt: {report}</translation>
    </message>
    <message>
        <source>Free&amp;ze now</source>
        <translation>Chốt ng&amp;ay</translation>
    </message>
    <message>
        <source>What is open</source>
        <translation>Điểm chưa xong</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Kỳ</translation>
    </message>
    <message>
        <source>Cell</source>
        <translation>Ô số liệu</translation>
    </message>
    <message>
        <source>Frozen</source>
        <translation>Đã chốt</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Hiện tại</translation>
    </message>
    <message>
        <source>Who, when</source>
        <translation>Ai, lúc nào</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Vì sao</translation>
    </message>
    <message>
        <source>Recorded: the report was checked.</source>
        <translation>Đã ghi nhận: báo cáo đã kiểm tra.</translation>
    </message>
    <message>
        <source>Freezing the report… %p%</source>
        <translation>Đang chốt báo cáo… %p%</translation>
    </message>
    <message>
        <source>Frozen with the code {code}. Now it is signed and handed in under “Frozen”.</source>
        <translation>Đã chốt, mã {code}. Việc tiếp theo: ký và nộp ở thẻ “Đã chốt”.</translation>
    </message>
    <message>
        <source>Nothing has changed since it was frozen with the code {code}: nothing was frozen anew.</source>
        <translation>Từ khi chốt với mã {code} không có gì thay đổi, nên không chốt lại.</translation>
    </message>
    <message>
        <source>&amp;Show it there (Alt+1)</source>
        <translation>Mở thẻ đó (Alt+1)</translation>
    </message>
    <message>
        <source>Contradictions: {count}</source>
        <translation>Mâu thuẫn: {count}</translation>
    </message>
    <message>
        <source>Words that differ from the figures: {count}</source>
        <translation>Lời văn khác số liệu: {count}</translation>
    </message>
    <message>
        <source>Drafts, no figures yet: {count}</source>
        <translation>Đang gõ dở, chưa phải là số: {count}</translation>
    </message>
    <message>
        <source>Not reported: {count}</source>
        <translation>Chưa báo cáo: {count}</translation>
    </message>
    <message>
        <source>Details of the station that are missing (they keep nothing open): {count}</source>
        <translation>Thông tin của trạm còn thiếu (vẫn chốt được): {count}</translation>
    </message>
    <message>
        <source>Words to look at (they keep nothing open): {count}</source>
        <translation>Lời văn nên xem lại (không giữ lại báo cáo): {count}</translation>
    </message>
    <message>
        <source>Number and day (told, keeps nothing open)</source>
        <translation>Số, ngày văn bản (lưu ý, vẫn chốt được)</translation>
    </message>
    <message>
        <source>Parts of this report are filled in by hand: number and day on paper are the better choice.</source>
        <translation>Báo cáo có chỗ phải viết tay: nên chọn số, ngày trên giấy.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Cài đặt</translation>
    </message>
</context>
<context>
    <name>ReportNarrative</name>
    <message>
        <source>Enter: put it in · Delete: pass over · Esc: back to the text</source>
        <translation>Enter: đưa vào · Delete: bỏ qua · Esc: về ô viết</translation>
    </message>
    <message>
        <source>Rule: {statement}</source>
        <translation>Quy tắc: {statement}</translation>
    </message>
    <message>
        <source>Figures changed: {changes}. In “{sentence}”</source>
        <translation>Số đã đổi: {changes}. Ở câu “{sentence}”</translation>
    </message>
    <message>
        <source>Enter: write the new figures · Delete: leave the sentence as it is</source>
        <translation>Enter: ghi số mới · Delete: giữ nguyên câu</translation>
    </message>
    <message>
        <source>Its rule proposes this sentence no longer: please change or remove it.</source>
        <translation>Quy tắc không còn nêu câu này. Xin sửa hoặc xóa câu.</translation>
    </message>
    <message>
        <source>Delete: leave the sentence as it is</source>
        <translation>Delete: giữ nguyên câu</translation>
    </message>
    <message>
        <source>no longer printed</source>
        <translation>không còn in</translation>
    </message>
    <message numerus="yes">
        <source>%n figure(s) in no table of this report</source>
        <translation>
            <numerusform>%n số không có trong bảng nào của báo cáo này</numerusform>
        </translation>
    </message>
    <message>
        <source>You wrote {written}, but {place} has {printed} ({name})</source>
        <translation>Bạn viết {written} nhưng {place} là {printed} ({name})</translation>
    </message>
    <message>
        <source>{written} stands in no table of this report</source>
        <translation>{written} không có trong bảng nào của báo cáo này</translation>
    </message>
    <message>
        <source>“…” still waits for your words</source>
        <translation>“…” còn chờ bạn viết</translation>
    </message>
    <message>
        <source>Enter: to the place in the text · Esc: back to the text</source>
        <translation>Enter: đến chỗ đó trong ô viết · Esc: về ô viết</translation>
    </message>
</context>
<context>
    <name>ReportPages</name>
    <message>
        <source>Frozen</source>
        <translation>Đã chốt</translation>
    </message>
    <message>
        <source>Register of outgoing documents</source>
        <translation>Sổ văn bản đi</translation>
    </message>
    <message>
        <source>Check a print</source>
        <translation>Kiểm tra bản in</translation>
    </message>
    <message>
        <source>Parts of the page of reports</source>
        <translation>Các thẻ của trang Báo cáo</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Soạn báo cáo</translation>
    </message>
    <message>
        <source>Help: reports</source>
        <translation>Trợ giúp: báo cáo</translation>
    </message>
</context>
<context>
    <name>ReportTexts</name>
    <message>
        <source>S&amp;ummary</source>
        <translation>Tình hình ch&amp;ung</translation>
    </message>
    <message>
        <source>&amp;Difficulties</source>
        <translation>Khó khăn, &amp;vướng mắc</translation>
    </message>
    <message>
        <source>Pr&amp;oposals</source>
        <translation>Đề &amp;xuất, kiến nghị</translation>
    </message>
    <message>
        <source>&amp;Next steps</source>
        <translation>&amp;Nhiệm vụ thời gian tới</translation>
    </message>
</context>
<context>
    <name>ReportsScreen</name>
    <message>
        <source>Preview of the report</source>
        <translation>Bản xem trước của báo cáo</translation>
    </message>
    <message>
        <source>&amp;Save as PDF…  Ctrl+S</source>
        <translation>&amp;Lưu thành PDF…  Ctrl+S</translation>
    </message>
    <message>
        <source>P&amp;rint…  Ctrl+Shift+P</source>
        <translation>&amp;In…  Ctrl+Shift+P</translation>
    </message>
    <message>
        <source>&amp;Copy the draft for Word  Ctrl+Shift+C</source>
        <translation>&amp;Chép bản nháp sang Word  Ctrl+Shift+C</translation>
    </message>
    <message>
        <source>Making the report… %p%</source>
        <translation>Đang lập báo cáo… %p%</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Báo cáo</translation>
    </message>
    <message numerus="yes">
        <source>{period}, %n page(s)</source>
        <translation>
            <numerusform>{period}, %n trang</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Show {period}</source>
        <translation>&amp;Xem {period}</translation>
    </message>
    <message>
        <source>Stopped. F5 makes the preview again.</source>
        <translation>Đã dừng. F5 để lập lại bản xem trước.</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>This plan does not bind the station. Its report is none that is owed.</source>
        <translation>Kế hoạch này không giao cho trạm; trạm không phải nộp báo cáo này.</translation>
    </message>
    <message>
        <source>Make it all the same (Alt+1)</source>
        <translation>Vẫn làm (Alt+1)</translation>
    </message>
    <message>
        <source>Saved: {file}</source>
        <translation>Đã lưu: {file}</translation>
    </message>
    <message>
        <source>Printing… %p%</source>
        <translation>Đang in… %p%</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) handed to the printer.</source>
        <translation>
            <numerusform>Đã chuyển %n trang sang máy in.</numerusform>
        </translation>
    </message>
    <message>
        <source>The draft is on the clipboard: paste it into Word with Ctrl+V.</source>
        <translation>Đã chép bản nháp: dán vào Word bằng Ctrl+V.</translation>
    </message>
</context>
<context>
    <name>Restoring</name>
    <message>
        <source>{file} has the name of a backup, but it is damaged. Please take another one.</source>
        <translation>{file} có tên của bản sao lưu nhưng đã bị hỏng. Xin chọn bản khác.</translation>
    </message>
    <message>
        <source>{file} is a backup of {when}. Nobody types into a backup: a new station file is made from it.</source>
        <translation>{file} là bản sao lưu lúc {when}. Không nhập vào bản sao lưu: từ bản này sẽ tạo một tệp mới.</translation>
    </message>
    <message>
        <source>Restore it as a new file…</source>
        <translation>Phục hồi thành tệp mới…</translation>
    </message>
    <message>
        <source>Restore as a new file</source>
        <translation>Phục hồi thành tệp mới</translation>
    </message>
    <message>
        <source>Restoring…</source>
        <translation>Đang phục hồi…</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>What would happen</source>
        <translation>Việc sẽ xảy ra</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>Lý &amp;do</translation>
    </message>
    <message>
        <source>Copy the &amp;list</source>
        <translation>Chép &amp;lại danh sách</translation>
    </message>
    <message>
        <source>Leave it (Esc)</source>
        <translation>Bỏ qua (Esc)</translation>
    </message>
</context>
<context>
    <name>RewindDialog</name>
    <message>
        <source>Back to how it was at …</source>
        <translation>Trở lại như lúc …</translation>
    </message>
    <message>
        <source>Moments of this form, newest first</source>
        <translation>Các lúc của phiếu này, mới nhất ở trên</translation>
    </message>
    <message>
        <source>before anything was typed</source>
        <translation>trước khi nhập bất cứ số nào</translation>
    </message>
    <message>
        <source>Cells that would change</source>
        <translation>Các ô sẽ đổi</translation>
    </message>
    <message>
        <source>&amp;Moments, newest first</source>
        <translation>Các &amp;lúc, mới nhất ở trên</translation>
    </message>
    <message>
        <source>&amp;Back to this moment</source>
        <translation>&amp;Trở lại như lúc này</translation>
    </message>
    <message>
        <source>Nothing is lost: the step back is written into the history, and Ctrl+Z undoes it.</source>
        <translation>Không mất gì: bước này được ghi vào lịch sử và hoàn tác được bằng Ctrl+Z.</translation>
    </message>
    <message>
        <source>Data element</source>
        <translation>Trường số liệu</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Kỳ</translation>
    </message>
    <message>
        <source>now</source>
        <translation>đang là</translation>
    </message>
    <message>
        <source>then</source>
        <translation>lúc đó</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>trống</translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) would change</source>
        <translation>
            <numerusform>%n ô sẽ đổi</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing would change</source>
        <translation>Không ô nào đổi</translation>
    </message>
</context>
<context>
    <name>ScansPanel</name>
    <message>
        <source>What</source>
        <translation>Loại</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Tệp</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Cỡ</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Tình trạng</translation>
    </message>
    <message>
        <source>Attached</source>
        <translation>Đính kèm</translation>
    </message>
    <message>
        <source>Files of the report</source>
        <translation>Tệp kèm báo cáo</translation>
    </message>
    <message>
        <source>A file stays where it is; the station file keeps its place, size and SHA-256. What is on the pages is not read.</source>
        <translation>Tệp nằm nguyên chỗ cũ; tệp số liệu chỉ ghi nơi để, cỡ và mã SHA-256. Chương trình không đọc nội dung trên trang.</translation>
    </message>
    <message>
        <source>Attach a &amp;scan…  Ins</source>
        <translation>&amp;Kèm bản quét…  Ins</translation>
    </message>
    <message>
        <source>Attach a &amp;receipt…</source>
        <translation>Kèm &amp;biên nhận…</translation>
    </message>
    <message>
        <source>Take away…  Del</source>
        <translation>Gỡ ra…  Del</translation>
    </message>
    <message>
        <source>&amp;Open the file</source>
        <translation>&amp;Mở tệp</translation>
    </message>
    <message>
        <source>Check all &amp;files now</source>
        <translation>Kiểm tra mọi &amp;tệp</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Đã dừng.</translation>
    </message>
    <message>
        <source>scan of the signed pages</source>
        <translation>bản quét trang đã ký</translation>
    </message>
    <message>
        <source>receipt</source>
        <translation>biên nhận</translation>
    </message>
    <message>
        <source>PDF with signatures</source>
        <translation>PDF đã ký số</translation>
    </message>
    <message>
        <source>there, not read yet</source>
        <translation>còn đó, chưa đọc lại</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>không đổi</translation>
    </message>
    <message>
        <source>not there any more</source>
        <translation>không còn ở đó</translation>
    </message>
    <message>
        <source>changed since</source>
        <translation>đã bị thay đổi</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>không đọc được</translation>
    </message>
    <message>
        <source>stick or drive not plugged in</source>
        <translation>chưa cắm USB hoặc ổ đĩa</translation>
    </message>
    <message>
        <source>Reading the file… %p%</source>
        <translation>Đang đọc tệp… %p%</translation>
    </message>
    <message>
        <source>This file is attached already: {file}.</source>
        <translation>Tệp này đã kèm rồi: {file}.</translation>
    </message>
    <message>
        <source>Attached: {file}.</source>
        <translation>Đã kèm: {file}.</translation>
    </message>
    <message>
        <source>Why is {file} taken away? The file itself is not touched.</source>
        <translation>Vì sao gỡ {file}? Bản thân tệp không bị động tới.</translation>
    </message>
    <message>
        <source>&amp;Take it away</source>
        <translation>&amp;Gỡ ra</translation>
    </message>
    <message>
        <source>Taken away: {file}.</source>
        <translation>Đã gỡ: {file}.</translation>
    </message>
    <message>
        <source>Opened: {file}</source>
        <translation>Đã mở: {file}</translation>
    </message>
    <message>
        <source>No program on this computer opens {file}.</source>
        <translation>Máy này không có chương trình nào mở được {file}.</translation>
    </message>
    <message>
        <source>Checking the files… %p%</source>
        <translation>Đang kiểm tra tệp… %p%</translation>
    </message>
    <message>
        <source>Files checked: {count}, unchanged: {sound}.</source>
        <translation>Đã kiểm tra {count} tệp, không đổi: {sound}.</translation>
    </message>
</context>
<context>
    <name>Screens</name>
    <message>
        <source>To do</source>
        <translation>Việc cần làm</translation>
    </message>
    <message>
        <source>Data entry</source>
        <translation>Nhập số liệu</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>Chỉ tiêu</translation>
    </message>
    <message>
        <source>Self-assessment</source>
        <translation>Tự chấm điểm</translation>
    </message>
    <message>
        <source>Plan work</source>
        <translation>Công việc</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Báo cáo</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Cài đặt</translation>
    </message>
</context>
<context>
    <name>SearchBox</name>
    <message>
        <source>Find… Ctrl+K</source>
        <translation>Tìm… Ctrl+K</translation>
    </message>
    <message>
        <source>Find a screen, form or indicator</source>
        <translation>Tìm màn hình, phiếu nhập, chỉ tiêu</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Tìm thấy</translation>
    </message>
    <message>
        <source>Nothing is called “{text}”.</source>
        <translation>Không tìm thấy “{text}”.</translation>
    </message>
</context>
<context>
    <name>SectionText</name>
    <message>
        <source>To look at in “{section}”</source>
        <translation>Cần xem lại ở “{section}”</translation>
    </message>
    <message>
        <source>Proposed sentences for “{section}”</source>
        <translation>Câu đề xuất cho “{section}”</translation>
    </message>
    <message>
        <source>{section} – to look at: {count}</source>
        <translation>{section} – cần xem lại: {count}</translation>
    </message>
    <message>
        <source>Proposed sentences (Alt+Enter): {count}</source>
        <translation>Câu đề xuất (Alt+Enter): {count}</translation>
    </message>
</context>
<context>
    <name>SentBar</name>
    <message>
        <source>Day of sending</source>
        <translation>Ngày gửi</translation>
    </message>
    <message>
        <source>Receiver</source>
        <translation>Nơi nhận</translation>
    </message>
    <message>
        <source>&amp;It was sent</source>
        <translation>Đã &amp;gửi</translation>
    </message>
    <message>
        <source>Leave it (Esc)</source>
        <translation>Để nguyên (Esc)</translation>
    </message>
    <message>
        <source>&amp;Day</source>
        <translation>&amp;Ngày</translation>
    </message>
    <message>
        <source>&amp;to</source>
        <translation>nơ&amp;i nhận</translation>
    </message>
    <message>
        <source>Not sent after all</source>
        <translation>Lấy lại: chưa gửi</translation>
    </message>
    <message>
        <source>Mark as &amp;sent…</source>
        <translation>Đánh &amp;dấu đã gửi…</translation>
    </message>
    <message>
        <source>Choose a report in the list first.</source>
        <translation>Hãy chọn một báo cáo trong danh sách trước.</translation>
    </message>
    <message>
        <source>{content}, {period}: not sent any more.</source>
        <translation>{content}, {period}: ghi lại là chưa gửi.</translation>
    </message>
    <message>
        <source>Sent: {content}, {period}</source>
        <translation>Đã gửi: {content}, {period}</translation>
    </message>
    <message>
        <source>{content}, {period}: marked as sent.</source>
        <translation>{content}, {period}: đã đánh dấu gửi.</translation>
    </message>
    <message>
        <source>{content}, {period}: marked as sent. A figure changed from now on is told as a correction.</source>
        <translation>{content}, {period}: đã đánh dấu là đã gửi. Từ nay, số liệu nào đổi sẽ được báo là cần đính chính.</translation>
    </message>
</context>
<context>
    <name>SentenceList</name>
    <message>
        <source>Enter opens and closes the list</source>
        <translation>Enter mở và đóng danh sách</translation>
    </message>
    <message>
        <source>Enter: to the figure</source>
        <translation>Enter: tới số đó</translation>
    </message>
    <message>
        <source>Enter: first figure · Shift+Enter: second figure</source>
        <translation>Enter: số thứ nhất · Shift+Enter: số thứ hai</translation>
    </message>
    <message>
        <source>F2: write a note</source>
        <translation>F2: viết ghi chú</translation>
    </message>
</context>
<context>
    <name>SeriesBreaks</name>
    <message>
        <source>Day of a merger or division</source>
        <translation>Ngày sáp nhập hoặc chia tách</translation>
    </message>
    <message>
        <source>dd/mm/yyyy</source>
        <translation>ngày/tháng/năm</translation>
    </message>
    <message>
        <source>Add the day</source>
        <translation>Thêm ngày</translation>
    </message>
    <message>
        <source>&amp;Day of a merger or division</source>
        <translation>Ngày &amp;sáp nhập hoặc chia tách</translation>
    </message>
    <message>
        <source>Merger of communes</source>
        <translation>Sáp nhập đơn vị hành chính</translation>
    </message>
    <message>
        <source>Figures before and after such a day (for example 01/07/2025) stand side by side, but are not judged against each other. Name and place change above, from the same day on; documents carry the name that holds on their day.</source>
        <translation>Số liệu trước và sau ngày này (ví dụ 01/07/2025) vẫn để cạnh nhau nhưng không kết luận so sánh. Tên và địa bàn đổi ở trên, từ cùng ngày; văn bản mang tên có hiệu lực vào ngày của văn bản.</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>Bỏ</translation>
    </message>
    <message>
        <source>Take away {day}</source>
        <translation>Bỏ ngày {day}</translation>
    </message>
    <message>
        <source>since {day}</source>
        <translation>từ {day}</translation>
    </message>
    <message>
        <source>Please type the day first, for example 01/07/2025.</source>
        <translation>Đề nghị gõ ngày trước, ví dụ 01/07/2025.</translation>
    </message>
</context>
<context>
    <name>SetChanges</name>
    <message>
        <source>points</source>
        <translation>điểm tối đa</translation>
    </message>
    <message>
        <source>name</source>
        <translation>tên</translation>
    </message>
    <message>
        <source>text</source>
        <translation>nội dung</translation>
    </message>
    <message>
        <source>how it is scored</source>
        <translation>cách chấm</translation>
    </message>
    <message>
        <source>tiers</source>
        <translation>các mức điểm</translation>
    </message>
    <message>
        <source>all points at</source>
        <translation>đủ điểm khi đạt</translation>
    </message>
    <message>
        <source>points off for each fault</source>
        <translation>điểm trừ mỗi lỗi</translation>
    </message>
    <message>
        <source>knock-out</source>
        <translation>điểm liệt</translation>
    </message>
    <message>
        <source>figure it is scored from</source>
        <translation>số liệu để chấm</translation>
    </message>
    <message>
        <source>what differs by zone</source>
        <translation>phần riêng theo vùng</translation>
    </message>
    <message>
        <source>what it counts where it does not apply</source>
        <translation>cách tính khi không áp dụng</translation>
    </message>
    <message>
        <source>papers asked for</source>
        <translation>minh chứng phải có</translation>
    </message>
    <message>
        <source>effort</source>
        <translation>công sức</translation>
    </message>
    <message>
        <source>who can act</source>
        <translation>ai làm được</translation>
    </message>
    <message>
        <source>certainty</source>
        <translation>mức chắc chắn</translation>
    </message>
    <message>
        <source>whether its items are complete</source>
        <translation>đã đủ nội dung chấm hay chưa</translation>
    </message>
    <message>
        <source>where it stands</source>
        <translation>vị trí trong bảng</translation>
    </message>
    <message>
        <source>source</source>
        <translation>nguồn</translation>
    </message>
    <message>
        <source>zones</source>
        <translation>phân vùng</translation>
    </message>
    <message>
        <source>in force from</source>
        <translation>hiệu lực từ</translation>
    </message>
    <message>
        <source>in force until</source>
        <translation>hiệu lực đến</translation>
    </message>
    <message>
        <source>title</source>
        <translation>tên bộ tiêu chí</translation>
    </message>
    <message>
        <source>decision</source>
        <translation>quyết định</translation>
    </message>
    <message>
        <source>how complete it is</source>
        <translation>mức đầy đủ</translation>
    </message>
    <message>
        <source>correction applied</source>
        <translation>đã áp dụng đính chính</translation>
    </message>
    <message>
        <source>step of points</source>
        <translation>bước điểm</translation>
    </message>
    <message>
        <source>total of points</source>
        <translation>tổng điểm</translation>
    </message>
    <message>
        <source>least per cent of all points</source>
        <translation>tỷ lệ tối thiểu của tổng điểm (%)</translation>
    </message>
    <message>
        <source>least per cent of each criterion</source>
        <translation>tỷ lệ tối thiểu của mỗi tiêu chí (%)</translation>
    </message>
    <message>
        <source>whether a knock-out fails it</source>
        <translation>điểm liệt thì không đạt</translation>
    </message>
    <message>
        <source>whether its knock-outs are known</source>
        <translation>đã biết các điểm liệt</translation>
    </message>
    <message>
        <source>The whole set</source>
        <translation>Cả bộ tiêu chí</translation>
    </message>
    <message>
        <source>New: {place} ({points} points)</source>
        <translation>Thêm: {place} ({points} điểm)</translation>
    </message>
    <message>
        <source>Gone: {place} ({points} points)</source>
        <translation>Bỏ: {place} ({points} điểm)</translation>
    </message>
    <message>
        <source>The items stand in another order.</source>
        <translation>Thứ tự các nội dung thay đổi.</translation>
    </message>
    <message>
        <source>{place}: {field}: {before} → {after}</source>
        <translation>{place}: {field}: {before} → {after}</translation>
    </message>
</context>
<context>
    <name>SettingModel</name>
    <message>
        <source>from the start</source>
        <translation>từ đầu</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Thông tin</translation>
    </message>
    <message>
        <source>Valid from</source>
        <translation>Có giá trị từ</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Giá trị</translation>
    </message>
    <message>
        <source>Set by</source>
        <translation>Người đặt</translation>
    </message>
</context>
<context>
    <name>SettingsScreen</name>
    <message>
        <source>Pages of the settings</source>
        <translation>Các trang cài đặt</translation>
    </message>
    <message>
        <source>Plans that bind</source>
        <translation>Kế hoạch giao cho trạm</translation>
    </message>
    <message>
        <source>Station&apos;s details</source>
        <translation>Thông tin trạm</translation>
    </message>
    <message>
        <source>History of the details</source>
        <translation>Lịch sử thông tin</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Sao lưu</translation>
    </message>
    <message>
        <source>Forms</source>
        <translation>Phiếu nhập</translation>
    </message>
    <message>
        <source>Days off and cut</source>
        <translation>Ngày nghỉ và kỳ số liệu</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Tệp số liệu</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Người dùng</translation>
    </message>
    <message>
        <source>New year</source>
        <translation>Năm mới</translation>
    </message>
    <message>
        <source>Self-assessment</source>
        <translation>Tự chấm điểm</translation>
    </message>
    <message>
        <source>Log of changes</source>
        <translation>Nhật ký thay đổi</translation>
    </message>
    <message>
        <source>Language, text size</source>
        <translation>Ngôn ngữ, cỡ chữ</translation>
    </message>
    <message>
        <source>Next step: {title}</source>
        <translation>Bước tiếp theo: {title}</translation>
    </message>
    <message>
        <source>The due list, the targets and the reports use the plans ticked here.</source>
        <translation>Việc cần làm, chỉ tiêu và báo cáo dùng các kế hoạch được đánh dấu ở đây.</translation>
    </message>
</context>
<context>
    <name>SignForm</name>
    <message>
        <source>Key in a file (.p12, .pfx)</source>
        <translation>Tệp khóa (.p12, .pfx)</translation>
    </message>
    <message>
        <source>Token (USB)</source>
        <translation>Thiết bị ký số (USB token)</translation>
    </message>
    <message>
        <source>empty: the only one plugged in</source>
        <translation>để trống: thiết bị duy nhất đang cắm</translation>
    </message>
    <message>
        <source>empty: the only one on the token</source>
        <translation>để trống: chứng thư duy nhất trong thiết bị</translation>
    </message>
    <message>
        <source>empty: name and time in words</source>
        <translation>để trống: tên và giờ ký bằng chữ</translation>
    </message>
    <message>
        <source>empty: no time stamp</source>
        <translation>để trống: không có dấu thời gian</translation>
    </message>
    <message>
        <source>Sign no&amp;w</source>
        <translation>&amp;Ký ngay</translation>
    </message>
    <message>
        <source>Leave it (Esc)</source>
        <translation>Thôi (Esc)</translation>
    </message>
    <message>
        <source>Pass&amp;word</source>
        <translation>&amp;Mật khẩu</translation>
    </message>
    <message>
        <source>&amp;Key</source>
        <translation>K&amp;hóa ký</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Tệp khóa</translation>
    </message>
    <message>
        <source>Maker&apos;s &amp;library</source>
        <translation>Thư &amp;viện của hãng</translation>
    </message>
    <message>
        <source>&amp;Token</source>
        <translation>Thiết &amp;bị</translation>
    </message>
    <message>
        <source>Certificat&amp;e</source>
        <translation>&amp;Chứng thư số</translation>
    </message>
    <message>
        <source>&amp;Image (PNG)</source>
        <translation>Ả&amp;nh (PNG)</translation>
    </message>
    <message>
        <source>Time stamp fro&amp;m</source>
        <translation>&amp;Dấu thời gian của</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Chọn…</translation>
    </message>
    <message>
        <source>&amp;PIN</source>
        <translation>Mã &amp;PIN</translation>
    </message>
    <message>
        <source>Please choose the file of the key.</source>
        <translation>Xin chọn tệp khóa.</translation>
    </message>
    <message>
        <source>Please choose the library.</source>
        <translation>Xin chọn tệp thư viện của hãng.</translation>
    </message>
</context>
<context>
    <name>StepForm</name>
    <message>
        <source>Day</source>
        <translation>Ngày</translation>
    </message>
    <message>
        <source>Enter it in the register</source>
        <translation>Vào sổ văn bản đi</translation>
    </message>
    <message>
        <source>&amp;Keep this step</source>
        <translation>&amp;Ghi bước này</translation>
    </message>
    <message>
        <source>Leave it (Esc)</source>
        <translation>Thôi (Esc)</translation>
    </message>
    <message>
        <source>&amp;Who</source>
        <translation>Ai</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>Ghi &amp;chú</translation>
    </message>
    <message>
        <source>&amp;Day</source>
        <translation>Ngà&amp;y</translation>
    </message>
    <message>
        <source>&amp;How</source>
        <translation>Cách nộ&amp;p</translation>
    </message>
    <message>
        <source>Number of the &amp;receipt</source>
        <translation>&amp;Biên nhận số</translation>
    </message>
    <message>
        <source>Fulfils</source>
        <translation>Hoàn thành</translation>
    </message>
    <message>
        <source>Enter it in the register as number {number}</source>
        <translation>Vào sổ văn bản đi, số {number}</translation>
    </message>
    <message>
        <source>&amp;To whom</source>
        <translation>&amp;Nơi nhận</translation>
    </message>
    <message>
        <source>Recei&amp;ved by</source>
        <translation>&amp;Người nhận</translation>
    </message>
    <message>
        <source>Rea&amp;son</source>
        <translation>Lý &amp;do</translation>
    </message>
    <message>
        <source>&amp;Signed by</source>
        <translation>&amp;Người ký</translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>Choose the plans that bind the station</source>
        <translation>Chọn các kế hoạch giao cho trạm</translation>
    </message>
    <message>
        <source>The due list, the targets and the reports follow from them.</source>
        <translation>Việc cần làm, chỉ tiêu và báo cáo đều theo các kế hoạch này.</translation>
    </message>
    <message>
        <source>Say who types</source>
        <translation>Ghi tên người nhập</translation>
    </message>
    <message>
        <source>Give the first account your name, or add people; names stand beside all figures.</source>
        <translation>Đổi tên tài khoản “Trưởng trạm” thành tên mình, hoặc thêm người: tên đứng cạnh mọi số liệu.</translation>
    </message>
    <message>
        <source>Type the first form</source>
        <translation>Nhập phiếu đầu tiên</translation>
    </message>
    <message>
        <source>Choose the period above, then type; every figure is on disk as soon as it is accepted.</source>
        <translation>Chọn kỳ ở phía trên rồi gõ số; mỗi số nhập xong là đã nằm trên đĩa.</translation>
    </message>
    <message>
        <source>Parent body, receivers and the person who signs; they stand on every report.</source>
        <translation>Cơ quan chủ quản, nơi nhận và người ký: có trên mọi báo cáo.</translation>
    </message>
    <message>
        <source>Still missing: {details}.</source>
        <translation>Còn thiếu: {details}.</translation>
    </message>
    <message>
        <source>Fill in the station&apos;s details</source>
        <translation>Điền thông tin của trạm</translation>
    </message>
</context>
<context>
    <name>SubPage</name>
    <message>
        <source>&amp;Back  Esc</source>
        <translation>&amp;Quay lại  Esc</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Quay lại</translation>
    </message>
</context>
<context>
    <name>TargetModel</name>
    <message>
        <source>Clause</source>
        <translation>Mục</translation>
    </message>
    <message>
        <source>Indicator</source>
        <translation>Chỉ tiêu</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Chỉ tiêu giao</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Kết quả</translation>
    </message>
    <message>
        <source>Fraction</source>
        <translation>Tử số / mẫu số</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Kết luận</translation>
    </message>
    <message>
        <source>Gap</source>
        <translation>Chênh lệch</translation>
    </message>
    <message>
        <source>Trend</source>
        <translation>Diễn biến</translation>
    </message>
</context>
<context>
    <name>TraceTree</name>
    <message>
        <source>Where it comes from</source>
        <translation>Giải trình</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Nội dung</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Kỳ</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Giá trị</translation>
    </message>
    <message>
        <source>Who typed it, and when</source>
        <translation>Ai nhập, khi nào</translation>
    </message>
    <message>
        <source>not typed yet (Enter goes there)</source>
        <translation>chưa nhập (Enter để tới ô)</translation>
    </message>
    <message>
        <source>Numerator: {formula}</source>
        <translation>Tử số: {formula}</translation>
    </message>
    <message>
        <source>Denominator: {formula}</source>
        <translation>Mẫu số: {formula}</translation>
    </message>
</context>
<context>
    <name>Unsaved</name>
    <message>
        <source>Figures not saved yet: {count}.</source>
        <translation>Còn {count} số chưa lưu.</translation>
    </message>
    <message>
        <source>Figures written that were not saved before: {count}. They are in {file} now.</source>
        <translation>Đã ghi {count} số chưa lưu lúc trước vào tệp {file}.</translation>
    </message>
    <message>
        <source>Save elsewhere…</source>
        <translation>Lưu sang nơi khác…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Thử lưu lại</translation>
    </message>
    <message>
        <source>Figures not saved yet: {count}. Closing now would lose them.</source>
        <translation>Còn {count} số chưa lưu. Đóng bây giờ thì mất các số này.</translation>
    </message>
    <message>
        <source>Close and lose them</source>
        <translation>Đóng, bỏ các số này</translation>
    </message>
</context>
<context>
    <name>UsersPage</name>
    <message>
        <source>Users</source>
        <translation>Người dùng</translation>
    </message>
    <message>
        <source>Name of who types</source>
        <translation>Họ tên người nhập</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Vai trò</translation>
    </message>
    <message>
        <source>Set &amp;PIN…</source>
        <translation>Đặt mã &amp;PIN…</translation>
    </message>
    <message>
        <source>Remove PIN</source>
        <translation>Bỏ mã PIN</translation>
    </message>
    <message>
        <source>Make a recovery &amp;code…</source>
        <translation>Tạo mã &amp;khôi phục…</translation>
    </message>
    <message>
        <source>Name of the new user</source>
        <translation>Họ tên người dùng mới</translation>
    </message>
    <message>
        <source>full name</source>
        <translation>họ và tên</translation>
    </message>
    <message>
        <source>Role of the new user</source>
        <translation>Vai trò của người dùng mới</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Thêm</translation>
    </message>
    <message>
        <source>The name stands in the history of everything that is typed. A PIN says who types: it is no encryption, and who has the file can read it. Change who types with Ctrl+Shift+U.</source>
        <translation>Tên được ghi vào lịch sử của mọi số liệu. Mã PIN chỉ để biết ai nhập, không phải mã hóa: tệp không được mã hóa, ai có tệp đều đọc được. Đổi người dùng bằng Ctrl+Shift+U.</translation>
    </message>
    <message>
        <source>Add a &amp;user</source>
        <translation>Thêm n&amp;gười dùng</translation>
    </message>
    <message>
        <source>Minutes of rest before the screen is locked</source>
        <translation>Số phút nghỉ trước khi khóa màn hình</translation>
    </message>
    <message>
        <source>&amp;Keep the name {name}</source>
        <translation>G&amp;iữ tên {name}</translation>
    </message>
    <message>
        <source>&amp;Lock after rest of (minutes; 0: never)</source>
        <translation>Khóa màn hình &amp;sau khi nghỉ (phút; 0: không khóa)</translation>
    </message>
    <message>
        <source>Only while somebody with a PIN types. Ctrl+Shift+L locks at once.</source>
        <translation>Chỉ khi người đang nhập có mã PIN. Ctrl+Shift+L khóa ngay.</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Họ tên</translation>
    </message>
    <message>
        <source>&amp;Role</source>
        <translation>Vai t&amp;rò</translation>
    </message>
    <message>
        <source>New PIN of {name}</source>
        <translation>Mã PIN mới của {name}</translation>
    </message>
    <message>
        <source>Use &amp;no longer</source>
        <translation>Ngừng &amp;dùng</translation>
    </message>
    <message>
        <source>Use again</source>
        <translation>Dùng lại</translation>
    </message>
    <message>
        <source>Change &amp;PIN…</source>
        <translation>Đổi mã &amp;PIN…</translation>
    </message>
    <message>
        <source>For the head, once a PIN is set: the code sets a new one when it is forgotten.</source>
        <translation>Dành cho trưởng trạm đã đặt mã PIN: khi quên, dùng mã khôi phục để đặt mã PIN mới.</translation>
    </message>
    <message>
        <source>{old} is called {name} from now on.</source>
        <translation>{old} từ nay mang tên {name}.</translation>
    </message>
    <message>
        <source>{name}: {role}.</source>
        <translation>{name}: {role}.</translation>
    </message>
    <message>
        <source>{name} has a new PIN.</source>
        <translation>{name} đã có mã PIN mới.</translation>
    </message>
    <message>
        <source>{name} has no PIN any more.</source>
        <translation>{name} không còn mã PIN.</translation>
    </message>
    <message>
        <source>The name {name} is kept.</source>
        <translation>Đã giữ tên {name}.</translation>
    </message>
    <message>
        <source>{name} is used no longer; the history keeps the name.</source>
        <translation>{name} đã ngừng dùng; lịch sử vẫn giữ tên.</translation>
    </message>
    <message>
        <source>{name} is used again.</source>
        <translation>{name} được dùng lại.</translation>
    </message>
    <message>
        <source>Please type the name of the new user first.</source>
        <translation>Đề nghị gõ họ tên người dùng mới trước.</translation>
    </message>
    <message>
        <source>There is already a user {name}.</source>
        <translation>Đã có người dùng {name}.</translation>
    </message>
    <message>
        <source>{name} was added. Change who types with Ctrl+Shift+U.</source>
        <translation>Đã thêm {name}. Đổi người dùng bằng Ctrl+Shift+U.</translation>
    </message>
    <message>
        <source>has a PIN</source>
        <translation>có mã PIN</translation>
    </message>
    <message>
        <source>has a recovery code</source>
        <translation>có mã khôi phục</translation>
    </message>
    <message>
        <source>not used any more</source>
        <translation>đã ngừng dùng</translation>
    </message>
    <message>
        <source>types now</source>
        <translation>đang nhập</translation>
    </message>
</context>
<context>
    <name>VerdictFoot</name>
    <message>
        <source>Next item that is not scored</source>
        <translation>Nội dung chưa chấm kế tiếp</translation>
    </message>
</context>
<context>
    <name>WayBack</name>
    <message>
        <source>All screens show {new} now; before it was {old}.</source>
        <translation>Mọi màn hình đang xem {new}; trước đó là {old}.</translation>
    </message>
    <message>
        <source>Back to {old} (Alt+1)</source>
        <translation>Trở lại {old} (Alt+1)</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Start</source>
        <translation>Bắt đầu</translation>
    </message>
    <message>
        <source>Figures, targets and reports of a commune health station, in one file, offline.</source>
        <translation>Số liệu, chỉ tiêu và báo cáo của trạm y tế xã: trong một tệp, không cần mạng.</translation>
    </message>
    <message>
        <source>&amp;New station file…</source>
        <translation>Tạo tệp số liệu &amp;mới…</translation>
    </message>
    <message>
        <source>&amp;Open a station file…</source>
        <translation>Mở tệ&amp;p số liệu…</translation>
    </message>
    <message>
        <source>&amp;Take a file to another computer…</source>
        <translation>&amp;Mang tệp sang máy khác…</translation>
    </message>
    <message>
        <source>Opened last</source>
        <translation>Mở gần đây</translation>
    </message>
    <message>
        <source>Nothing yet. A new file asks for the station&apos;s name and place first.</source>
        <translation>Chưa có tệp nào. Khi tạo tệp mới, chương trình hỏi tên và địa bàn của trạm trước.</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Met</source>
        <translation>Đạt</translation>
    </message>
    <message>
        <source>Not met</source>
        <translation>Chưa đạt</translation>
    </message>
    <message>
        <source>Figures missing</source>
        <translation>Thiếu số liệu</translation>
    </message>
    <message>
        <source>Nobody concerned</source>
        <translation>Không có đối tượng</translation>
    </message>
    <message>
        <source>Not the station&apos;s</source>
        <translation>Không thuộc trạm</translation>
    </message>
    <message>
        <source>Not applicable</source>
        <translation>Không áp dụng</translation>
    </message>
    <message>
        <source>Not due yet</source>
        <translation>Chưa đến mốc</translation>
    </message>
    <message>
        <source>Awaits a person</source>
        <translation>Chờ người kết luận</translation>
    </message>
    <message>
        <source>total</source>
        <translation>chung</translation>
    </message>
    <message>
        <source>male</source>
        <translation>nam</translation>
    </message>
    <message>
        <source>female</source>
        <translation>nữ</translation>
    </message>
    <message>
        <source>monthly</source>
        <translation>hằng tháng</translation>
    </message>
    <message>
        <source>quarterly</source>
        <translation>hằng quý</translation>
    </message>
    <message>
        <source>half-yearly</source>
        <translation>6 tháng</translation>
    </message>
    <message>
        <source>nine-monthly</source>
        <translation>9 tháng</translation>
    </message>
    <message>
        <source>yearly</source>
        <translation>hằng năm</translation>
    </message>
    <message>
        <source>official formula</source>
        <translation>công thức chính thức</translation>
    </message>
    <message>
        <source>our own reading, not official</source>
        <translation>cách hiểu của chương trình, không phải công thức chính thức</translation>
    </message>
    <message>
        <source>commune (xã)</source>
        <translation>xã</translation>
    </message>
    <message>
        <source>ward (phường)</source>
        <translation>phường</translation>
    </message>
    <message>
        <source>township (thị trấn)</source>
        <translation>thị trấn</translation>
    </message>
    <message>
        <source>special zone (đặc khu)</source>
        <translation>đặc khu</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Có</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Không</translation>
    </message>
    <message>
        <source>en</source>
        <comment>language of names</comment>
        <translation>vi</translation>
    </message>
    <message>
        <source>months</source>
        <translation>tháng</translation>
    </message>
    <message>
        <source>quarters</source>
        <translation>quý</translation>
    </message>
    <message>
        <source>half-years</source>
        <translation>nửa năm</translation>
    </message>
    <message>
        <source>nine months</source>
        <translation>9 tháng</translation>
    </message>
    <message>
        <source>years</source>
        <translation>năm</translation>
    </message>
    <message>
        <source>every five years</source>
        <translation>5 năm</translation>
    </message>
</context>
<context>
    <name>WorkModel</name>
    <message>
        <source>Done</source>
        <translation>Đã thực hiện</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>Đang thực hiện</translation>
    </message>
    <message>
        <source>Not done</source>
        <translation>Chưa thực hiện</translation>
    </message>
    <message>
        <source>Not applicable</source>
        <translation>Không áp dụng</translation>
    </message>
    <message>
        <source>Clause</source>
        <translation>Mục</translation>
    </message>
    <message>
        <source>What is to be done</source>
        <translation>Việc phải thực hiện</translation>
    </message>
    <message>
        <source>Evidence or lead</source>
        <translation>Minh chứng, chủ trì</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Thời hạn</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Tình trạng</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>not recorded</source>
        <translation>chưa ghi</translation>
    </message>
</context>
<context>
    <name>YearPage</name>
    <message>
        <source>Stocks of last year&apos;s end</source>
        <translation>Số liệu cuối năm trước</translation>
    </message>
    <message>
        <source>Tick &amp;all</source>
        <translation>Chọn &amp;tất cả</translation>
    </message>
    <message>
        <source>Tick &amp;none</source>
        <translation>&amp;Bỏ chọn</translation>
    </message>
    <message>
        <source>Open {year}</source>
        <translation>Mở năm {year}</translation>
    </message>
    <message>
        <source>Data element</source>
        <translation>Trường số liệu</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Số liệu</translation>
    </message>
    <message>
        <source>Stands in</source>
        <translation>Đang ở kỳ</translation>
    </message>
    <message>
        <source>Goes to</source>
        <translation>Sang kỳ</translation>
    </message>
    <message>
        <source>Proposals only: tick what still holds. Each is written as typed, and says where it comes from.</source>
        <translation>Chỉ là đề xuất: chọn những số còn đúng. Mỗi số được ghi như gõ tay, kèm ghi chú lấy từ kỳ nào.</translation>
    </message>
    <message>
        <source>Plans that bind</source>
        <translation>Kế hoạch áp dụng</translation>
    </message>
    <message>
        <source>Receivers</source>
        <translation>Nơi nhận</translation>
    </message>
    <message>
        <source>&amp;Keep the receivers and “Nơi nhận” as they are</source>
        <translation>&amp;Giữ nguyên “Kính gửi” và “Nơi nhận”</translation>
    </message>
    <message>
        <source>Go to the missing figures</source>
        <translation>Tới chỗ còn thiếu số</translation>
    </message>
    <message>
        <source>The year {year} was opened on {day} by {name}. What is left below can still be taken over.</source>
        <translation>Năm {year} đã mở ngày {day}, người mở: {name}. Những số còn lại dưới đây vẫn mang sang được.</translation>
    </message>
    <message>
        <source>Opening {year} writes what is ticked, at once; Ctrl+Z in data entry takes the figures back.</source>
        <translation>Mở năm {year} sẽ ghi một lần tất cả những gì được chọn; Ctrl+Z ở màn hình nhập liệu lấy lại các số.</translation>
    </message>
    <message>
        <source>No stocks stand in {periods} yet: type last year&apos;s end first, then it can be taken over.</source>
        <translation>{periods} chưa có số liệu cuối kỳ: hãy nhập số liệu cuối năm trước, rồi mới mang sang được.</translation>
    </message>
    <message>
        <source>All that can be taken over stands in the new year already.</source>
        <translation>Mọi số liệu mang sang được đều đã có trong năm mới.</translation>
    </message>
    <message>
        <source>&amp;Go to {period}</source>
        <translation>Đến {period}</translation>
    </message>
    <message>
        <source>over; what is still owed stays in the due list</source>
        <translation>đã hết thời hạn; báo cáo còn nợ vẫn nằm trong việc cần làm</translation>
    </message>
    <message>
        <source>&amp;Open {year}: take over {count} figures</source>
        <translation>&amp;Mở năm {year}: mang sang {count} số</translation>
    </message>
    <message>
        <source>&amp;Open {year}</source>
        <translation>&amp;Mở năm {year}</translation>
    </message>
    <message>
        <source>{year} is open: {count} figures were taken over. Each can be changed like a typed one.</source>
        <translation>Đã mở năm {year}: mang sang {count} số. Mỗi số sửa được như số gõ tay.</translation>
    </message>
    <message>
        <source>carried over from {period}</source>
        <translation>mang sang từ {period}</translation>
    </message>
</context>
<context>
    <name>ZonePage</name>
    <message>
        <source>not stated yet</source>
        <translation>chưa ghi</translation>
    </message>
    <message>
        <source>mountain, remote, border or island commune</source>
        <translation>xã miền núi, vùng sâu, vùng xa, biên giới, hải đảo</translation>
    </message>
    <message>
        <source>delta or midland commune</source>
        <translation>xã đồng bằng, trung du</translation>
    </message>
    <message>
        <source>&amp;terrain especially difficult</source>
        <translation>địa hình đặc &amp;biệt khó khăn</translation>
    </message>
    <message>
        <source>Valid from</source>
        <translation>Có giá trị từ</translation>
    </message>
    <message>
        <source>empty: from 1 January of the year</source>
        <translation>trống: từ 01/01 của năm</translation>
    </message>
    <message>
        <source>Zone {zone}</source>
        <translation>Vùng {zone}</translation>
    </message>
    <message>
        <source>Keep region and &amp;distance</source>
        <translation>&amp;Ghi khu vực và khoảng cách</translation>
    </message>
    <message>
        <source>Take over the &amp;proposed zone</source>
        <translation>&amp;Lấy vùng đề xuất</translation>
    </message>
    <message>
        <source>State the &amp;zone</source>
        <translation>Ghi &amp;vùng</translation>
    </message>
    <message>
        <source>Where the commune lies</source>
        <translation>Vị trí của xã</translation>
    </message>
    <message>
        <source>&amp;Region</source>
        <translation>&amp;Khu vực</translation>
    </message>
    <message>
        <source>Distance in &amp;km</source>
        <translation>Khoảng &amp;cách (km)</translation>
    </message>
    <message>
        <source>Valid &amp;from</source>
        <translation>Có giá trị &amp;từ</translation>
    </message>
    <message>
        <source>The zone that follows from the distance: a proposal</source>
        <translation>Vùng theo khoảng cách: chỉ là gợi ý</translation>
    </message>
    <message>
        <source>The zone as a decision fixed it</source>
        <translation>Vùng theo quyết định</translation>
    </message>
    <message>
        <source>Zone of the year</source>
        <translation>Vùng của năm</translation>
    </message>
    <message>
        <source>Decision: number, date, issuer</source>
        <translation>Quyết định: số, ngày, cơ quan</translation>
    </message>
    <message>
        <source>Zone for {year}</source>
        <translation>Phân vùng năm {year}</translation>
    </message>
    <message>
        <source>Distance: {what}</source>
        <translation>Khoảng cách: {what}</translation>
    </message>
    <message>
        <source>This set has no distance rules, so nothing is proposed.</source>
        <translation>Bộ tiêu chí này không có quy tắc khoảng cách nên không gợi ý vùng.</translation>
    </message>
    <message>
        <source>Proposed: zone {zone} ({rule}).</source>
        <translation>Gợi ý: vùng {zone} ({rule}).</translation>
    </message>
    <message>
        <source>State region and distance; then the zone that follows is shown here.</source>
        <translation>Xin ghi khu vực và khoảng cách; vùng gợi ý sẽ hiện ở đây.</translation>
    </message>
    <message>
        <source>Set {set}. Certainty: {certainty}.</source>
        <translation>Bộ {set}. Mức chắc chắn: {certainty}.</translation>
    </message>
    <message>
        <source>Decided by: {who}.</source>
        <translation>Nơi quyết định: {who}.</translation>
    </message>
    <message>
        <source>Not known: {what}.</source>
        <translation>Chưa rõ: {what}.</translation>
    </message>
    <message>
        <source>from {least} to under {below} km</source>
        <translation>từ {least} đến dưới {below} km</translation>
    </message>
    <message>
        <source>{least} km or more</source>
        <translation>từ {least} km trở lên</translation>
    </message>
    <message>
        <source>under {below} km</source>
        <translation>dưới {below} km</translation>
    </message>
    <message>
        <source>Zone as the station put it down, without a decision yet.</source>
        <translation>Vùng do trạm ghi, chưa có quyết định.</translation>
    </message>
    <message>
        <source>The distance proposes zone {found}; what holds is the decision: zone {stated}.</source>
        <translation>Khoảng cách gợi ý vùng {found}; vùng có giá trị là vùng theo quyết định: vùng {stated}.</translation>
    </message>
    <message>
        <source>The distance proposes zone {found}; put down is zone {stated}.</source>
        <translation>Theo khoảng cách thì đề xuất vùng {found}; trạm ghi vùng {stated}.</translation>
    </message>
    <message>
        <source>“{text}” is no distance. Please type the kilometres as a number, for example 4,5.</source>
        <translation>“{text}” không phải là khoảng cách. Xin ghi số ki-lô-mét, ví dụ 4,5.</translation>
    </message>
    <message>
        <source>Kept: region and distance, valid from {day}.</source>
        <translation>Đã ghi khu vực và khoảng cách, có giá trị từ {day}.</translation>
    </message>
    <message>
        <source>The zone of {year} is not stated any more.</source>
        <translation>Đã bỏ vùng của năm {year}.</translation>
    </message>
    <message>
        <source>Stated: zone {zone} for {year}, by {decision}.</source>
        <translation>Đã ghi vùng {zone} cho năm {year}, theo {decision}.</translation>
    </message>
    <message>
        <source>Stated: zone {zone} for {year}. Please add the decision that fixed it.</source>
        <translation>Đã ghi vùng {zone} cho năm {year}. Xin ghi thêm quyết định đã phân vùng.</translation>
    </message>
</context>
<context>
    <name>_Calendar</name>
    <message>
        <source>Next year</source>
        <translation>Năm sau</translation>
    </message>
    <message>
        <source>Year before</source>
        <translation>Năm trước</translation>
    </message>
</context>
</TS>
