/** Style of the pages for people: plain on screen, black on white on paper. No font is loaded. */
export const REPORT_STYLE = `
:root{--ink:#1f2a33;--soft:#5d6b76;--line:#d5dce2;--band:#f3f6f9;--main:#2f6f9f}
*{box-sizing:border-box}
body{margin:0;background:#eef2f5;color:var(--ink);font:15px/1.6 "Microsoft YaHei","PingFang SC","Noto Sans CJK SC","Source Han Sans SC",sans-serif}
main{max-width:960px;margin:0 auto;padding:24px}
header,section,footer{background:#fff;border:1px solid var(--line);border-radius:8px;padding:18px 22px;margin-bottom:16px}
h1{margin:0 0 4px;font-size:24px}
h2{margin:0 0 10px;font-size:17px;border-left:4px solid var(--main);padding-left:8px}
header p{margin:2px 0;color:var(--soft)}
.draft{color:#9a3412!important;font-weight:bold}
.cards{display:grid;grid-template-columns:repeat(3,1fr);gap:12px;padding:0;border:0;background:none}
.cards div{background:#fff;border:1px solid var(--line);border-radius:8px;padding:14px 18px}
.cards span,.cards small{display:block;color:var(--soft)}
.cards b{display:block;font-size:22px;line-height:1.4}
svg{display:block;width:100%;height:auto}
svg text{font:13px "Microsoft YaHei","PingFang SC","Noto Sans CJK SC",sans-serif;fill:var(--ink)}
svg .value{fill:var(--soft)}
.legend{margin:0 0 6px;color:var(--soft)}
.legend span{margin-right:16px;white-space:nowrap}
.legend i{display:inline-block;width:11px;height:11px;margin-right:5px;border-radius:2px}
table{width:100%;border-collapse:collapse;font-size:14px;margin-top:8px}
th,td{border:1px solid var(--line);padding:5px 8px;text-align:left;vertical-align:top;overflow-wrap:anywhere}
th{background:var(--band);white-space:nowrap}
.findings td:nth-child(-n+2),.findings td:nth-child(4){white-space:nowrap}
.note{color:var(--soft);margin:8px 0 0;font-size:13px}
ul{margin:0;padding-left:20px}
footer{color:var(--soft);font-size:12px;overflow-wrap:anywhere}
@media (max-width:640px){.cards{grid-template-columns:1fr 1fr}}
@media print{
@page{size:A4;margin:14mm 12mm}
body{background:#fff;font-size:11pt}
main{max-width:none;padding:0}
header,section,footer{border:0;border-radius:0;padding:0 0 6mm;margin:0}
.cards div{border:1px solid #999;break-inside:avoid}
h2{break-after:avoid}
tr,svg{break-inside:avoid}
svg rect,.legend i{print-color-adjust:exact;-webkit-print-color-adjust:exact}
thead{display:table-header-group}
}
`.replaceAll('\n', '');
