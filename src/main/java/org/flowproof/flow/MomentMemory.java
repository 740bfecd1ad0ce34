package org.flowproof.flow;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.flowproof.formula.Ball;

/**
 * The moments asked for, in three depths: everything for the latest few, vectors for more, and
 * numbers without index for so many that a sum over all steps of a long run finds its terms again
 * the next time. Safe for use by several threads.
 */
final class MomentMemory {
  private static final int MATRIX_NUMBERS = 500_000;
  private static final int VECTOR_NUMBERS = 2_000_000;
  private static final int MOMENTS = 100_000;

  private final Function<Ball, Moment> create;
  private final Map<Ball, Moment> withMatrices;
  private final Map<Ball, Moment> withVectors;
  private final Map<Ball, Moment> all;
  private volatile Moment last;

  /**
   * An empty memory.
   *
   * @param observables of the model
   * @param neurons m
   * @param samples n
   * @param coordinates d
   * @param create makes a moment without values
   */
  MomentMemory(
      List<ModelObservable> observables,
      int neurons,
      int samples,
      int coordinates,
      Function<Ball, Moment> create) {
    this.create = create;
    int matrix = 4 * neurons * (samples + coordinates) + 64;
    int vector = 6 * (neurons + samples) + 64;
    withMatrices =
        latest(Math.max(8, MATRIX_NUMBERS / matrix), moment -> moment.forgetMatrices(observables));
    withVectors = latest(Math.max(16, VECTOR_NUMBERS / vector), Moment::forgetVectors);
    all = latest(MOMENTS, moment -> {});
  }

  private static Map<Ball, Moment> latest(int limit, Consumer<Moment> forget) {
    return new LinkedHashMap<>(16, 0.75f, true) {
      private static final long serialVersionUID = 1L;

      @Override
      protected boolean removeEldestEntry(Map.Entry<Ball, Moment> eldest) {
        boolean full = size() > limit;
        if (full) {
          forget.accept(eldest.getValue());
        }
        return full;
      }
    };
  }

  /** The moment of a time, or null; vectors and matrices are not kept longer for this. */
  Moment known(Ball time) {
    Moment latest = last;
    if (latest != null && latest.time().equals(time)) {
      return latest;
    }
    synchronized (all) {
      return all.get(time);
    }
  }

  /** The moment of a time, to compute something new. */
  Moment at(Ball time) {
    Moment latest = last;
    if (latest != null && latest.time().equals(time)) {
      return latest;
    }
    synchronized (all) {
      Moment moment = all.get(time);
      if (moment == null) {
        moment = create.apply(time);
        all.put(time, moment);
      }
      withMatrices.put(time, moment);
      withVectors.put(time, moment);
      last = moment;
      return moment;
    }
  }
}
