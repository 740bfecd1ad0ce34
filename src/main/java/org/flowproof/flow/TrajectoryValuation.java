package org.flowproof.flow;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.flowproof.formula.Ball;
import org.flowproof.formula.BallArithmetic;
import org.flowproof.formula.IndexKind;
import org.flowproof.formula.NoValueException;
import org.flowproof.formula.Signature;
import org.flowproof.formula.Term;
import org.flowproof.formula.Valuation;

/**
 * Values of all observables on a trajectory, with their numerical error. Weights carry the error
 * estimate of the trajectory; everything else follows from the definitions of {@link
 * ObservableCatalogue} (adapted to loss, activation and trained layers) in ball arithmetic.
 * Derivatives along the flow come from the chain rule over the same definitions. At an event values
 * are those just after it.
 *
 * <p>Values are remembered for the times asked for last. Safe for use by several threads.
 */
public final class TrajectoryValuation implements Valuation<Ball> {
  private static final int REMEMBERED_NUMBERS = 2_000_000;

  private final Trajectory trajectory;
  private final ModelDefinitions definitions;
  private final DefinitionEvaluator<Ball> evaluator =
      new DefinitionEvaluator<>(new BallArithmetic());
  private final DefinitionEvaluator<DualBall> dualEvaluator =
      new DefinitionEvaluator<>(new DualArithmetic());
  private final DataConstants constants;
  private final Map<Key, Ball> untimed = new ConcurrentHashMap<>();
  private final Map<Ball, Moment> moments;

  private record Key(String name, List<Integer> indices, int primes) {}

  /** What is known of one time. */
  private static final class Moment {
    final Primitives primitives;
    final Map<Key, Ball> values = new ConcurrentHashMap<>();
    final Map<Key, DualBall> duals = new ConcurrentHashMap<>();

    Moment(Primitives primitives) {
      this.primitives = primitives;
    }
  }

  private TrajectoryValuation(Trajectory trajectory) {
    this.trajectory = trajectory;
    definitions = new ModelDefinitions(trajectory.problem());
    constants = new DataConstants(trajectory);
    int m = size(IndexKind.NEURON);
    int n = size(IndexKind.SAMPLE);
    int remembered = Math.max(8, REMEMBERED_NUMBERS / (m * (n + size(IndexKind.COORDINATE)) + 64));
    moments =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<Ball, Moment> eldest) {
            return size() > remembered;
          }
        };
  }

  /** The valuation of a trajectory. */
  public static TrajectoryValuation of(Trajectory trajectory) {
    return new TrajectoryValuation(trajectory);
  }

  @Override
  public int size(IndexKind kind) {
    return switch (kind) {
      case NEURON -> trajectory.problem().network().width();
      case SAMPLE -> trajectory.problem().data().n();
      case COORDINATE -> trajectory.problem().data().d();
    };
  }

  @Override
  public Ball constant(String name) {
    return observable(name, List.of(), 0, null);
  }

  /**
   * An observable of the catalogue.
   *
   * @throws NoValueException outside the run, or when a derivative is asked for where none exists
   */
  @Override
  public Ball observable(String name, List<Integer> indices, int primes, Ball time) {
    Observable observable =
        ObservableCatalogue.standard()
            .observable(name)
            .orElseThrow(() -> new IllegalArgumentException("unknown observable " + name));
    checkIndices(observable.signature(), indices);
    Key key = new Key(name, List.copyOf(indices), primes);
    if (!observable.signature().timed()) {
      return primes > 0 ? Ball.ZERO : untimedValue(observable, key);
    }
    if (time == null) {
      throw new IllegalArgumentException(name + " depends on time");
    }
    Moment moment = moment(time);
    Ball known = moment.values.get(key);
    if (known == null) {
      known = timedValue(observable, key, time, moment);
      moment.values.put(key, known);
    }
    return known;
  }

  private void checkIndices(Signature signature, List<Integer> indices) {
    if (indices.size() != signature.indices().size()) {
      throw new IllegalArgumentException(
          signature.name() + " takes " + signature.indices().size() + " indices");
    }
    for (int i = 0; i < indices.size(); i++) {
      int index = indices.get(i);
      if (index < 1 || index > size(signature.indices().get(i))) {
        throw new IllegalArgumentException(
            "index " + index + " of " + signature.name() + " is out of range");
      }
    }
  }

  private Ball untimedValue(Observable observable, Key key) {
    Ball known = untimed.get(key);
    if (known == null) {
      known =
          observable.definition().isEmpty()
              ? constants.value(key.name(), key.indices())
              : evaluator.evaluate(
                  observable.definition().get(), observable.signature(), key.indices(), null, this);
      untimed.put(key, known);
    }
    return known;
  }

  private Ball timedValue(Observable observable, Key key, Ball time, Moment moment) {
    Signature signature = observable.signature();
    if (key.primes() == 0) {
      return definitions
          .definition(observable)
          .map(text -> evaluator.evaluate(text, signature, key.indices(), time, this))
          .orElseGet(() -> moment.primitives.value(key.name(), key.indices()));
    }
    if (key.primes() > 1) {
      throw new NoValueException("only first derivatives along the flow are known");
    }
    String velocity = definitions.velocity(key.name());
    if (velocity != null) {
      return evaluator.evaluate(velocity, signature, key.indices(), time, this);
    }
    return dual(observable, key, time, moment).slope();
  }

  private DualBall dual(Observable observable, Key key, Ball time, Moment moment) {
    Key plain = new Key(key.name(), key.indices(), 0);
    DualBall known = moment.duals.get(plain);
    if (known == null) {
      String name = key.name();
      List<Integer> indices = key.indices();
      if (definitions.definition(observable).isPresent()) {
        known =
            dualEvaluator.evaluate(
                definitions.definition(observable).get(),
                observable.signature(),
                indices,
                new DualBall(time, Ball.exact(1)),
                new DualValuation());
      } else {
        Ball slope =
            definitions.velocity(name) != null
                ? observable(name, indices, 1, time)
                : moment.primitives.gateSlope(indices.get(0) - 1, indices.get(1) - 1, time);
        known = new DualBall(observable(name, indices, 0, time), slope);
      }
      moment.duals.put(plain, known);
    }
    return known;
  }

  private Moment moment(Ball time) {
    synchronized (moments) {
      return moments.computeIfAbsent(
          time, t -> new Moment(new Primitives(trajectory, constants.lines(), t)));
    }
  }

  @Override
  public Ball overTime(Term.TimeFold fold, Ball from, Ball to, Function<Ball, Ball> body) {
    return new TimeFolding(trajectory).fold(fold, from, to, body);
  }

  /** Values with derivatives; differentiates the time argument by the chain rule. */
  private final class DualValuation implements Valuation<DualBall> {

    @Override
    public int size(IndexKind kind) {
      return TrajectoryValuation.this.size(kind);
    }

    @Override
    public DualBall constant(String name) {
      return DualBall.constant(TrajectoryValuation.this.constant(name));
    }

    @Override
    public DualBall observable(String name, List<Integer> indices, int primes, DualBall time) {
      if (primes > 0) {
        throw new NoValueException("only first derivatives along the flow are known");
      }
      if (time == null || isZero(time.slope())) {
        Ball at = time == null ? null : time.value();
        return DualBall.constant(TrajectoryValuation.this.observable(name, indices, 0, at));
      }
      Observable observable = ObservableCatalogue.standard().observable(name).orElseThrow();
      checkIndices(observable.signature(), indices);
      Key key = new Key(name, List.copyOf(indices), 0);
      DualBall known = dual(observable, key, time.value(), moment(time.value()));
      return new DualBall(known.value(), new BallArithmetic().times(known.slope(), time.slope()));
    }

    private static boolean isZero(Ball ball) {
      return ball.value() == 0 && ball.radius() == 0;
    }

    @Override
    public DualBall overTime(
        Term.TimeFold fold, DualBall from, DualBall to, Function<DualBall, DualBall> body) {
      throw new NoValueException("no derivative of a fold over time");
    }
  }
}
