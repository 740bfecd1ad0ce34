package org.flowproof.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.flowproof.formula.Ball;
import org.flowproof.formula.BallArithmetic;
import org.flowproof.formula.IndexKind;
import org.flowproof.formula.NoValueException;
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
  private final Trajectory trajectory;
  private final DataConstants constants;
  private final Map<String, ModelObservable> observables = new HashMap<>();
  private final Moment untimed;
  private final MomentMemory moments;

  private TrajectoryValuation(Trajectory trajectory) {
    this.trajectory = trajectory;
    constants = new DataConstants(trajectory);
    ModelDefinitions definitions = new ModelDefinitions(trajectory.problem());
    List<ModelObservable> all = new ArrayList<>();
    for (Observable observable : ObservableCatalogue.standard().all()) {
      all.add(new ModelObservable(all.size(), observable, definitions, this::size));
    }
    all.forEach(o -> observables.put(o.name(), o));
    untimed = new Moment(Ball.ZERO, all.size(), () -> null);
    moments =
        new MomentMemory(
            all,
            size(IndexKind.NEURON),
            size(IndexKind.SAMPLE),
            size(IndexKind.COORDINATE),
            time -> moment(time, all.size()));
  }

  /** An empty moment; reads the state at once, so that times outside the run are refused. */
  private Moment moment(Ball time, int count) {
    Moment moment =
        new Moment(time, count, () -> new Primitives(trajectory, constants.lines(), time));
    moment.primitives();
    return moment;
  }

  /** The valuation of a trajectory; one that remembers its values gives the same one again. */
  public static TrajectoryValuation of(Trajectory trajectory) {
    return trajectory instanceof StoredTrajectory stored
        ? stored.values(TrajectoryValuation::new)
        : new TrajectoryValuation(trajectory);
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
    ModelObservable observable = find(name);
    int position = observable.position(indices);
    if (primes > 1) {
      throw new NoValueException("only first derivatives along the flow are known");
    }
    if (!observable.timed()) {
      return primes > 0 ? Ball.ZERO : untimedValue(observable, position);
    }
    if (time == null) {
      throw new IllegalArgumentException(name + " depends on time");
    }
    Moment moment = moments.known(time);
    Ball known = moment == null ? null : moment.value(observable, position, primes);
    if (known == null) {
      moment = moments.at(time);
      known =
          primes == 0
              ? value(observable, position, moment)
              : derivative(observable, position, moment);
      moment.keep(observable, position, primes, known);
    }
    return known;
  }

  private ModelObservable find(String name) {
    ModelObservable observable = observables.get(name);
    if (observable == null) {
      throw new IllegalArgumentException("unknown observable " + name);
    }
    return observable;
  }

  private Ball untimedValue(ModelObservable observable, int position) {
    Ball known = untimed.value(observable, position, 0);
    if (known == null) {
      known =
          observable.definition().isEmpty()
              ? constants.value(observable.name(), observable.indices(position))
              : observable.definition().get().evaluate(this, observable.binding(position), null);
      untimed.keep(observable, position, 0, known);
    }
    return known;
  }

  private Ball value(ModelObservable observable, int position, Moment moment) {
    List<Integer> indices = observable.indices(position);
    if (observable.definition().isEmpty()) {
      return moment.primitives().value(observable.name(), indices);
    }
    return moment
        .primitives()
        .known(observable.name(), indices)
        .orElseGet(
            () ->
                observable
                    .definition()
                    .get()
                    .evaluate(this, observable.binding(position), moment.time()));
  }

  private Ball derivative(ModelObservable observable, int position, Moment moment) {
    return observable.velocity().isPresent()
        ? observable.velocity().get().evaluate(this, observable.binding(position), moment.time())
        : dual(observable, position, moment).slope();
  }

  private DualBall dual(ModelObservable observable, int position, Moment moment) {
    DualBall known = moment.dual(observable, position);
    if (known == null) {
      Ball time = moment.time();
      if (observable.dual().isPresent()) {
        known =
            observable
                .dual()
                .get()
                .evaluate(
                    new DualValuation(),
                    observable.binding(position),
                    new DualBall(time, Ball.exact(1)));
      } else {
        List<Integer> indices = observable.indices(position);
        Ball slope =
            observable.velocity().isPresent()
                ? observable(observable.name(), indices, 1, time)
                : moment.primitives().gateSlope(indices.get(0) - 1, indices.get(1) - 1, time);
        known = new DualBall(observable(observable.name(), indices, 0, time), slope);
      }
      moment.keep(observable, position, known);
    }
    return known;
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
      ModelObservable observable = find(name);
      DualBall known = dual(observable, observable.position(indices), moments.at(time.value()));
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
