package org.flowproof.check.margins;

import java.util.ArrayList;
import java.util.List;
import org.flowproof.flow.Trajectory;

/** A classifier over its whole run, for pictures. */
public final class MarginHistory {
  private static final int MOST = 120;

  private MarginHistory() {}

  /**
   * Reads a run from its first iteration on, equally spaced in the logarithm of the iterations.
   *
   * @param perDecade readings in a decade; fewer for runs of very many decades
   * @return in order of time, the end of the run last; none when the laws do not speak about it
   * @throws ArithmeticException when singular values cannot be computed
   */
  public static List<MarginReading> of(Trajectory run, int perDecade) {
    List<MarginReading> readings = new ArrayList<>();
    Classifier.of(run.problem())
        .ifPresent(
            classifier -> {
              double end = classifier.iterations(run.endTime());
              double decades = Math.log10(Math.max(1, end));
              int steps = (int) Math.max(1, Math.min(MOST, Math.ceil(decades * perDecade)));
              double last = 0;
              for (int i = 0; i <= steps; i++) {
                double t = i == steps ? end : Math.pow(10, decades * i / steps);
                double time = i == steps ? run.endTime() : classifier.time(t, run.endTime());
                if (time > last) {
                  readings.add(MarginReading.of(classifier, run.at(time), WeightErrors.PLAIN));
                  last = time;
                }
              }
            });
    return List.copyOf(readings);
  }
}
