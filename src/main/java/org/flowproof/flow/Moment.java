package org.flowproof.flow;

import java.util.function.Supplier;
import org.flowproof.formula.Ball;

/**
 * What is known of one time. Entries are written without locks: two threads may compute the same
 * value, and either copy may stay; values are immutable, so that no reader sees half of one.
 */
final class Moment {
  private final Ball time;
  private final Supplier<Primitives> source;
  private volatile Primitives primitives;
  private volatile Ball[][] values;
  private volatile DualBall[][] duals;
  private final Ball[] scalars;

  /**
   * A moment without any values.
   *
   * @param observables how many there are
   * @param source reads weights and gates, when they are needed
   */
  Moment(Ball time, int observables, Supplier<Primitives> source) {
    this.time = time;
    this.source = source;
    values = new Ball[2 * observables][];
    duals = new DualBall[observables][];
    scalars = new Ball[2 * observables];
  }

  Ball time() {
    return time;
  }

  Primitives primitives() {
    Primitives known = primitives;
    if (known == null) {
      known = source.get();
      primitives = known;
    }
    return known;
  }

  /** A value, or null while it is not known. */
  Ball value(ModelObservable observable, int position, int primes) {
    int row = 2 * observable.id() + primes;
    if (observable.rank() == 0) {
      return scalars[row];
    }
    Ball[] known = values[row];
    return known == null ? null : known[position];
  }

  void keep(ModelObservable observable, int position, int primes, Ball value) {
    int row = 2 * observable.id() + primes;
    if (observable.rank() == 0) {
      scalars[row] = value;
      return;
    }
    Ball[][] rows = values;
    Ball[] known = rows[row];
    if (known == null) {
      known = new Ball[observable.count()];
      rows[row] = known;
    }
    known[position] = value;
  }

  /** A value with its derivative, or null while it is not known. */
  DualBall dual(ModelObservable observable, int position) {
    DualBall[] known = duals[observable.id()];
    return known == null ? null : known[position];
  }

  void keep(ModelObservable observable, int position, DualBall value) {
    DualBall[][] rows = duals;
    DualBall[] known = rows[observable.id()];
    if (known == null) {
      known = new DualBall[observable.count()];
      rows[observable.id()] = known;
    }
    known[position] = value;
  }

  /** Forgets the state and what has as many numbers as a matrix. */
  void forgetMatrices(java.util.List<ModelObservable> observables) {
    primitives = null;
    duals = new DualBall[observables.size()][];
    Ball[][] rows = values.clone();
    for (ModelObservable observable : observables) {
      if (observable.rank() > 1) {
        rows[2 * observable.id()] = null;
        rows[2 * observable.id() + 1] = null;
      }
    }
    values = rows;
  }

  /** Forgets all but numbers without index. */
  void forgetVectors() {
    values = new Ball[values.length][];
  }
}
