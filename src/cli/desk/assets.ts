/** Looks of the page. System fonts; nothing is fetched from anywhere. */
export const STYLE = `
:root{--ink:#1b1f24;--line:#b8c0c8;--blue:#1a4f8b;--red:#9c1c1c;--amber:#6b4a00}
*{box-sizing:border-box}
body{margin:0;font:16px/1.6 system-ui,"Microsoft YaHei","Noto Sans CJK SC",sans-serif;color:var(--ink);background:#fff}
header{display:flex;flex-wrap:wrap;gap:.5rem 1.5rem;align-items:center;padding:.6rem 1rem;border-bottom:3px solid var(--blue)}
header .name{font-weight:700;margin:0}header form{margin-left:auto}
nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1rem;list-style:none;margin:0;padding:0}
a{color:var(--blue)}a:focus-visible,button:focus-visible,input:focus-visible,select:focus-visible,textarea:focus-visible,summary:focus-visible,[tabindex]:focus-visible{outline:3px solid #c25700;outline-offset:2px}
main{max-width:72rem;margin:0 auto;padding:1rem}main:focus{outline:none}footer{padding:1rem;color:#444;font-size:.875rem;text-align:center}
h1{font-size:1.5rem}h2{font-size:1.2rem;margin-top:2rem}h3{font-size:1rem}
.skip{position:absolute;left:-99rem}.skip:focus{left:1rem;top:.5rem;background:#fff;padding:.5rem}
button,.button{font:inherit;padding:.4rem .9rem;border:1px solid var(--blue);border-radius:4px;background:#fff;color:var(--blue);cursor:pointer;text-decoration:none;display:inline-block}
button.main{background:var(--blue);color:#fff}
input,select,textarea{font:inherit;padding:.3rem;border:1px solid #5c6670;border-radius:4px;max-width:100%;background:#fff;color:var(--ink)}
.field label>span{display:inline-block;min-width:8rem}.field label{display:inline-block;max-width:100%}.actions>*{min-width:0;max-width:100%}.actions{display:flex;flex-wrap:wrap;gap:.6rem;align-items:center}
.drop{border:2px dashed #5c6670;border-radius:8px;padding:1.5rem;text-align:center}.drop.over{border-color:var(--blue);background:#eef4fb}
.wide{overflow-x:auto;max-width:100%}table{border-collapse:collapse;margin:.5rem 0}caption{text-align:left;font-weight:600;padding:.2rem 0}
th,td{border:1px solid var(--line);padding:.25rem .5rem;text-align:left;vertical-align:top}th{background:#eef1f4}
td.hit{background:#fde8e6;outline:2px solid var(--red);outline-offset:-2px}.num{text-align:right;font-variant-numeric:tabular-nums}
pre{background:#f3f5f7;padding:.6rem;overflow-x:auto;max-width:100%;white-space:pre;font:13px/1.5 ui-monospace,Consolas,"Noto Sans Mono CJK SC",monospace}
.error{color:var(--red);font-weight:700}.warning{color:var(--amber);font-weight:700}.said{border:2px solid #2c6e3f;border-radius:6px;padding:.3rem .9rem}.said.bad{border-color:var(--red)}
section.finding{border-top:1px solid var(--line);padding:.2rem 0}dl{display:grid;grid-template-columns:max-content 1fr;gap:.2rem 1rem}dt{font-weight:600}dd{margin:0;overflow-wrap:anywhere}
@media (max-width:480px){.field label,.field select,.field input,.drop input{width:100%;display:block}header form{margin-left:0}.field label>span{display:block}dl{grid-template-columns:1fr}}
`;

/** The little script there is: dropping files, and watching long work. Everything works without it. */
export const SCRIPT = `
const drop=document.querySelector('.drop');
if(drop){const input=drop.querySelector('input[type=file]');
for(const name of ['dragover','dragenter'])drop.addEventListener(name,e=>{e.preventDefault();drop.classList.add('over')});
drop.addEventListener('dragleave',()=>drop.classList.remove('over'));
drop.addEventListener('drop',e=>{e.preventDefault();drop.classList.remove('over');if(e.dataTransfer.files.length){input.files=e.dataTransfer.files;drop.closest('form').requestSubmit()}});}
const job=document.querySelector('[data-job]');
if(job){const watch=async()=>{try{const state=await(await fetch(job.dataset.job)).json();
if(state.next){location.replace(state.next);return}
job.textContent=state.text;}catch{job.textContent=job.dataset.gone;return}setTimeout(watch,700)};watch();}
const told=document.querySelector('.said');if(told){told.tabIndex=-1;told.focus()}
`;
