package org.flowproof.enclose;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.flowproof.enclose.certify.StepCertifier;
import org.flowproof.enclose.path.PathStep;
import org.flowproof.enclose.path.Side;
import org.flowproof.enclose.plan.TubeLog;

/** Takes down something of every proven step. */
public final class StepLog<T> implements TubeLog {
  private final BiFunction<PathStep, StepCertifier, T> note;
  private final List<T> notes = new ArrayList<>();

  /**
   * A log.
   *
   * @param note what to take down of a step
   */
  public StepLog(BiFunction<PathStep, StepCertifier, T> note) {
    this.note = note;
  }

  /** What was taken down, but for steps that were taken back. */
  public List<T> notes() {
    return notes;
  }

  @Override
  public void step(BigDecimal start, PathStep step, StepCertifier certifier) {
    notes.add(note.apply(step, certifier));
  }

  @Override
  public void kink(BigDecimal time, int neuron, int sample, Side[] from, Side[] to, double bend) {}

  @Override
  public int mark() {
    return notes.size();
  }

  @Override
  public void back(int mark) {
    notes.subList(mark, notes.size()).clear();
  }
}
