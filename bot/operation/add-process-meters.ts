import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Counter, Gauge, type Registry } from 'prom-client';

/** Width of the classes in which delays are counted, in milliseconds. */
const RESOLUTION_MS = 20;

/** Adds what is told of any process: memory, processor, start, and how late the event loop runs. */
export function addProcessMeters(registry: Registry): void {
  const registers = [registry];
  new Gauge({
    name: 'process_resident_memory_bytes',
    help: 'Resident memory.',
    registers,
    collect() {
      this.set(process.memoryUsage.rss());
    },
  });
  new Gauge({ name: 'process_start_time_seconds', help: 'Start of the process, since 1970.', registers }).set(
    Math.round(performance.timeOrigin) / 1000,
  );
  new Counter({
    name: 'process_cpu_seconds_total',
    help: 'Time of the processor.',
    registers,
    collect() {
      const { user, system } = process.cpuUsage();
      this.reset();
      this.inc((user + system) / 1e6);
    },
  });
  const delays = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delays.enable();
  new Gauge({
    name: 'nodejs_eventloop_lag_max_seconds',
    help: 'Longest delay of the event loop since the last reading.',
    registers,
    collect() {
      this.set(delays.max / 1e9);
      delays.reset();
    },
  });
}
