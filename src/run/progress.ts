import type { Progress } from "./types.ts";

/** Progress as numbers and as a line, from what is done and the seconds it took. */
export function progressOf(done: number, total: number, seconds: number): Progress {
  const rate = seconds > 0 ? done / seconds : 0;
  const secondsLeft = rate > 0 ? (total - done) / rate : Infinity;
  const speed = rate >= 10 ? Math.round(rate) : Math.round(rate * 10) / 10;
  const left =
    done >= total ? "done" : Number.isFinite(secondsLeft) ? `${duration(secondsLeft)} left` : "starting";
  return { done, total, rate, secondsLeft, text: `${done}/${total} runs · ${speed}/s · ${left}` };
}

function duration(seconds: number): string {
  const s = Math.max(1, Math.round(seconds));
  if (s < 90) return `${s} s`;
  const minutes = Math.round(s / 60);
  return minutes < 90 ? `${minutes} min` : `${Math.round(minutes / 6) / 10} h`;
}
