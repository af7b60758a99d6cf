<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>Assessment</name>
    <message numerus="yes">
        <source>%n item(s) differ</source>
        <translation>
            <numerusform>%n item differs</numerusform>
            <numerusform>%n items differ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not scored by every layer</source>
        <translation>
            <numerusform>%n not scored by every layer</numerusform>
            <numerusform>%n not scored by every layer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) are expected to get other points</source>
        <translation>
            <numerusform>%n item is expected to get other points</numerusform>
            <numerusform>%n items are expected to get other points</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) by one unit would change the verdict</source>
        <translation>
            <numerusform>%n change by one unit would change the verdict</numerusform>
            <numerusform>%n changes by one unit would change the verdict</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) are not scored yet</source>
        <translation>
            <numerusform>%n item is not scored yet</numerusform>
            <numerusform>%n items are not scored yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n criteria, {points} points</source>
        <translation>
            <numerusform>%n criterion, {points} points</numerusform>
            <numerusform>%n criteria, {points} points</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AssessmentDrafts</name>
    <message numerus="yes">
        <source>%n text(s) typed earlier and not taken stand in their cells again, marked.</source>
        <translation>
            <numerusform>%n text typed earlier and not taken stand in their cells again, marked.</numerusform>
            <numerusform>%n texts typed earlier and not taken stand in their cells again, marked.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AssessmentLayers</name>
    <message numerus="yes">
        <source>Take “{name}” away with its %n answer(s)? The log keeps everything.</source>
        <translation>
            <numerusform>Take “{name}” away with its %n answer? The log keeps everything.</numerusform>
            <numerusform>Take “{name}” away with its %n answers? The log keeps everything.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AssessmentScreen</name>
    <message numerus="yes">
        <source>%n not scored: next (F8)</source>
        <translation>
            <numerusform>%n not scored: next (F8)</numerusform>
            <numerusform>%n not scored: next (F8)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChangesView</name>
    <message numerus="yes">
        <source>%n cell(s) changed behind the report of {period}. The pages stay as they were frozen. Enter opens a cell.</source>
        <translation>
            <numerusform>%n cell changed behind the report of {period}. The pages stay as they were frozen. Enter opens a cell.</numerusform>
            <numerusform>%n cells changed behind the report of {period}. The pages stay as they were frozen. Enter opens a cell.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CriteriaEditor</name>
    <message numerus="yes">
        <source>%n item(s) changed, not saved yet.</source>
        <translation>
            <numerusform>%n item changed, not saved yet.</numerusform>
            <numerusform>%n items changed, not saved yet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CriteriaSets</name>
    <message numerus="yes">
        <source>%n year(s)</source>
        <translation>
            <numerusform>%n year</numerusform>
            <numerusform>%n years</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n knock-out(s)</source>
        <translation>
            <numerusform>%n knock-out</numerusform>
            <numerusform>%n knock-outs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %n more fault(s)</source>
        <translation>
            <numerusform>… and %n more fault</numerusform>
            <numerusform>… and %n more faults</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n criteria</source>
        <translation>
            <numerusform>%n criterion</numerusform>
            <numerusform>%n criteria</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) that are scored</source>
        <translation>
            <numerusform>%n line that are scored</numerusform>
            <numerusform>%n lines that are scored</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Due</name>
    <message numerus="yes">
        <source>overdue by %n day(s) ({day})</source>
        <translation>
            <numerusform>overdue by %n day ({day})</numerusform>
            <numerusform>overdue by %n days ({day})</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left ({day})</source>
        <translation>
            <numerusform>%n day left ({day})</numerusform>
            <numerusform>%n days left ({day})</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DueRecognition</name>
    <message numerus="yes">
        <source>ended %n day(s) ago</source>
        <translation>
            <numerusform>ended %n day ago</numerusform>
            <numerusform>ended %n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>%n day left</numerusform>
            <numerusform>%n days left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EntryCompletion</name>
    <message numerus="yes">
        <source>%n contradiction(s)</source>
        <translation>
            <numerusform>%n contradiction</numerusform>
            <numerusform>%n contradictions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s)</source>
        <translation>
            <numerusform>%n draft</numerusform>
            <numerusform>%n drafts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n blank cell(s)</source>
        <translation>
            <numerusform>%n blank cell</numerusform>
            <numerusform>%n blank cells</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s) without a note</source>
        <translation>
            <numerusform>%n warning without a note</numerusform>
            <numerusform>%n warnings without a note</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unusual figure(s)</source>
        <translation>
            <numerusform>%n unusual figure</numerusform>
            <numerusform>%n unusual figures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EntryPaste</name>
    <message numerus="yes">
        <source>&amp;Paste %n cell(s) (Enter)</source>
        <translation>
            <numerusform>&amp;Paste %n cell (Enter)</numerusform>
            <numerusform>&amp;Paste %n cells (Enter)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paste, and keep %n text(s) as draft (Alt+1)</source>
        <translation>
            <numerusform>Paste, and keep %n text as draft (Alt+1)</numerusform>
            <numerusform>Paste, and keep %n texts as draft (Alt+1)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) changed. Ctrl+Z takes all of it back.</source>
        <translation>
            <numerusform>%n cell changed. Ctrl+Z takes all of it back.</numerusform>
            <numerusform>%n cells changed. Ctrl+Z takes all of it back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EntryRewind</name>
    <message numerus="yes">
        <source>%n cell(s) are as they were. Ctrl+Z takes this back.</source>
        <translation>
            <numerusform>%n cell is as it was. Ctrl+Z takes this back.</numerusform>
            <numerusform>%n cells are as they were. Ctrl+Z takes this back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>+%n cell(s)</source>
        <translation>
            <numerusform>+%n cell</numerusform>
            <numerusform>+%n cells</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EntryRules</name>
    <message numerus="yes">
        <source>%n rule(s) could not be checked: missing {names}</source>
        <translation>
            <numerusform>%n rule could not be checked: missing {names}</numerusform>
            <numerusform>%n rules could not be checked: missing {names}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EntrySheets</name>
    <message numerus="yes">
        <source>%n draft(s) are no figures; their cells are empty there.</source>
        <translation>
            <numerusform>%n draft is no figure; its cell is empty there.</numerusform>
            <numerusform>%n drafts are no figures; their cells are empty there.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Import %n cell(s) (Enter)</source>
        <translation>
            <numerusform>&amp;Import %n cell (Enter)</numerusform>
            <numerusform>&amp;Import %n cells (Enter)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EntryUndo</name>
    <message numerus="yes">
        <source>%n cell(s) that somebody else changed since stay as they are.</source>
        <translation>
            <numerusform>%n cell that somebody else changed since stays as it is.</numerusform>
            <numerusform>%n cells that somebody else changed since stay as they are.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) pasted</source>
        <translation>
            <numerusform>%n cell pasted</numerusform>
            <numerusform>%n cells pasted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) imported</source>
        <translation>
            <numerusform>%n cell imported</numerusform>
            <numerusform>%n cells imported</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) put back to an earlier moment</source>
        <translation>
            <numerusform>%n cell put back to an earlier moment</numerusform>
            <numerusform>%n cells put back to an earlier moment</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) changed</source>
        <translation>
            <numerusform>%n cell changed</numerusform>
            <numerusform>%n cells changed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EntryWords</name>
    <message numerus="yes">
        <source>No open contradiction: %n rule(s) hold</source>
        <translation>
            <numerusform>No open contradiction: %n rule holds</numerusform>
            <numerusform>No open contradiction: %n rules hold</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n is/are noted</source>
        <translation>
            <numerusform>, %n is noted</numerusform>
            <numerusform>, %n are noted</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Evidence</name>
    <message numerus="yes">
        <source>Expired %n day(s) ago</source>
        <translation>
            <numerusform>Expired %n day ago</numerusform>
            <numerusform>Expired %n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>%n day left</numerusform>
            <numerusform>%n days left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EvidencePage</name>
    <message numerus="yes">
        <source>{title} ({certainty}). %n paper(s) on record. Files stay where they are.</source>
        <translation>
            <numerusform>{title} ({certainty}). %n paper on record. Files stay where they are.</numerusform>
            <numerusform>{title} ({certainty}). %n papers on record. Files stay where they are.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take over %n paper(s) of last &amp;year</source>
        <translation>
            <numerusform>Take over %n paper of last &amp;year</numerusform>
            <numerusform>Take over %n papers of last &amp;year</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s) taken over.</source>
        <translation>
            <numerusform>%n paper taken over.</numerusform>
            <numerusform>%n papers taken over.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Frozen</name>
    <message numerus="yes">
        <source>≠ %n cell(s)</source>
        <translation>
            <numerusform>≠ %n cell</numerusform>
            <numerusform>≠ %n cells</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LetterPanel</name>
    <message numerus="yes">
        <source>%n changed figure(s). The words are a draft: copy it into Word to change them.</source>
        <translation>
            <numerusform>%n changed figure. The words are a draft: copy it into Word to change them.</numerusform>
            <numerusform>%n changed figures. The words are a draft: copy it into Word to change them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PaperOut</name>
    <message numerus="yes">
        <source>%n page(s) handed to the printer.</source>
        <translation>
            <numerusform>%n page handed to the printer.</numerusform>
            <numerusform>%n pages handed to the printer.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Paste</name>
    <message numerus="yes">
        <source>%n cell(s) will change</source>
        <translation>
            <numerusform>%n cell will change</numerusform>
            <numerusform>%n cells will change</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n is/are to be asked about</source>
        <translation>
            <numerusform>%n is to be asked about</numerusform>
            <numerusform>%n are to be asked about</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n is/are refused</source>
        <translation>
            <numerusform>%n is refused</numerusform>
            <numerusform>%n are refused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stay(s) the same</source>
        <translation>
            <numerusform>%n stays the same</numerusform>
            <numerusform>%n stay the same</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PdfFind</name>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n place</numerusform>
            <numerusform>%n places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PdfPages</name>
    <message numerus="yes">
        <source>%n page(s) are ready.</source>
        <translation>
            <numerusform>%n page is ready.</numerusform>
            <numerusform>%n pages are ready.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) handed to the printer.</source>
        <translation>
            <numerusform>%n page handed to the printer.</numerusform>
            <numerusform>%n pages handed to the printer.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PrintCheck</name>
    <message numerus="yes">
        <source>%n letter(s) to go</source>
        <translation>
            <numerusform>%n letter to go</numerusform>
            <numerusform>%n letters to go</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n letter(s) too many</source>
        <translation>
            <numerusform>%n letter too many</numerusform>
            <numerusform>%n letters too many</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecognitionPage</name>
    <message numerus="yes">
        <source>The title holds until {day}: %n day(s) left ({decision}).</source>
        <translation>
            <numerusform>The title holds until {day}: %n day left ({decision}).</numerusform>
            <numerusform>The title holds until {day}: %n days left ({decision}).</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RegisterPage</name>
    <message numerus="yes">
        <source>%n line(s). Next numbers of {year}: {numbers}.</source>
        <translation>
            <numerusform>%n line. Next numbers of {year}: {numbers}.</numerusform>
            <numerusform>%n lines. Next numbers of {year}: {numbers}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReportLife</name>
    <message numerus="yes">
        <source>Frozen figures ≠ figures of today: %n cell(s).</source>
        <translation>
            <numerusform>Frozen figures ≠ figures of today: %n cell.</numerusform>
            <numerusform>Frozen figures ≠ figures of today: %n cells.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReportNarrative</name>
    <message numerus="yes">
        <source>%n figure(s) in no table of this report</source>
        <translation>
            <numerusform>%n figure in no table of this report</numerusform>
            <numerusform>%n figures in no table of this report</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReportsScreen</name>
    <message numerus="yes">
        <source>{period}, %n page(s)</source>
        <translation>
            <numerusform>{period}, %n page</numerusform>
            <numerusform>{period}, %n pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) handed to the printer.</source>
        <translation>
            <numerusform>%n page handed to the printer.</numerusform>
            <numerusform>%n pages handed to the printer.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RewindDialog</name>
    <message numerus="yes">
        <source>%n cell(s) would change</source>
        <translation>
            <numerusform>%n cell would change</numerusform>
            <numerusform>%n cells would change</numerusform>
        </translation>
    </message>
</context>
</TS>
