package org.flowproof.enclose.claim;

import java.util.List;
import java.util.Optional;
import org.flowproof.enclose.Tube;
import org.flowproof.enclose.interval.Interval;
import org.flowproof.formula.NoValueException;

/** The training loss over times of a tube. Used by one thread. */
public final class LossOnTube {
  private final TubeValues values;

  public LossOnTube(Tube tube) {
    values = new TubeValues(tube);
  }

  /**
   * Contains the loss at every time of an interval.
   *
   * @param time inside the tube
   * @return empty where the loss is not read on tubes
   */
  public Optional<Interval> over(Interval time) {
    try {
      return Optional.of(values.observable("loss", List.of(), 0, time));
    } catch (NoValueException e) {
      return Optional.empty();
    }
  }
}
