"""Parts that reports are put together from: results and definitions in, blocks of a ReportDocument out."""
