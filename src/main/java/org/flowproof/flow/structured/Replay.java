package org.flowproof.flow.structured;

import java.util.LinkedHashMap;
import java.util.Map;
import org.flowproof.flow.LastIndex;
import org.flowproof.flow.State;

/**
 * States between the snapshots of a tape, walked again when they are asked for; the last few are
 * remembered.
 */
final class Replay {
  private static final long CACHE_BYTES = 64L << 20;

  private final Setup setup;
  private final TimeBasis basis;
  private final Sweep sweep;
  private final Tape tape;
  private final Neurons last;
  private final Tape.Step lastStep;
  private final double endTime;
  private final RunErrors errors;
  private final Map<Integer, Neurons> cache;

  /**
   * The states of a run up to where it is now.
   *
   * @param sweep its own, not that of the run
   * @param tape of the run
   * @param errors known by now
   */
  Replay(RunState run, Sweep sweep, Tape tape, RunErrors errors) {
    setup = run.setup;
    basis = run.basis;
    this.sweep = sweep;
    this.tape = tape;
    last = run.states();
    lastStep = run.lastStep();
    endTime = run.time();
    this.errors = errors;
    int most = (int) Math.max(4, Math.min(4096, CACHE_BYTES / last.bytes()));
    cache =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<Integer, Neurons> eldest) {
            return size() > most;
          }
        };
  }

  double endTime() {
    return endTime;
  }

  /**
   * The state at a time of the tape; at an event the state just after it.
   *
   * @throws IllegalArgumentException at any other time
   */
  State at(double time) {
    double from = tape.size() == 0 ? endTime : tape.step(0).start();
    if (!(time >= from && time <= endTime)) {
      throw new IllegalArgumentException(
          "time " + time + " is outside [" + from + ", " + endTime + "]");
    }
    if (time == endTime || tape.size() == 0) {
      // a run may end inside its last step; one that goes on does so with its own states
      double tau = Math.min(1, (endTime - lastStep.start()) / lastStep.length());
      return new WalkedState(setup, basis, time, last.copy(), lastStep, tau, errors);
    }
    int index = stepAt(time);
    Tape.Step step = tape.step(index);
    double tau = Math.min(1, (time - step.start()) / step.length());
    Neurons there;
    synchronized (cache) {
      Neurons start = startOf(index);
      if (tau > 0) {
        there = sweep.replay(step, start, tau);
      } else {
        there = start;
      }
    }
    return new WalkedState(setup, basis, time, there, step, tau, errors);
  }

  private int stepAt(double time) {
    return LastIndex.of(tape.size(), i -> tape.step(i).start() <= time);
  }

  private Neurons startOf(int index) {
    Neurons known = cache.get(index);
    if (known != null) {
      return known;
    }
    int from = tape.snapshotBefore(index);
    Neurons states = tape.snapshot(from);
    for (int i = index; i > from; i--) {
      Neurons cached = cache.get(i);
      if (cached != null) {
        from = i;
        states = cached;
        break;
      }
    }
    if (from == index) {
      return states;
    }
    for (int i = from; i < index; i++) {
      states = sweep.replay(tape.step(i), states, 1);
    }
    cache.put(index, states);
    return states;
  }
}
