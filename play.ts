import { readYaml } from '#corpus/read-yaml.ts';
import { globSync } from 'node:fs';
import { ground } from '#bot/answer/ground.ts';
import { loadTestAssembly } from '#bot/testing/load-test-assembly.ts';
import { Honnetes } from './eval/attacks/schemas.ts';
import { openMaterials } from './eval/attacks/open-materials.ts';
import { writeSegments } from './eval/attacks/write-segments.ts';
const { pipeline } = loadTestAssembly(); const L = pipeline.openLiaisons();
let n=0,b=0,u=0; const times:number[]=[];
for (const f of globSync('eval/attacks/honnetes/*.yaml')) { const d=readYaml(f,Honnetes);
 for (const q of d.questions) { const m=await openMaterials(q,pipeline);
 console.log(f,q,'calculs',m.calculs.map(e=>e.id+':'+e.statut).join(),'passages',m.passages.map(p=>p.enonce.statut).join());
 for (const x of d.brouillons) { const s=writeSegments(x,m); if(!s){u++;continue} n++; const t=performance.now(); const r=ground(s,m); times.push(performance.now()-t); if(r.length){b++;console.log('  BLOCK',x,'→',r.map(k=>Object.entries(L.motifs).find(e=>e[1]===k)![0]).join());} } } }
times.sort((a,b)=>a-b); console.log({n,b,u,p50:times[n>>1],p99:times[Math.floor(n*.99)]});
