package org.flowproof.enclose.certify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.flowproof.enclose.bound.Ellipsoid;
import org.flowproof.enclose.bound.ErrorBounds;
import org.flowproof.enclose.bound.Kick;
import org.flowproof.enclose.bound.StepRates;
import org.flowproof.enclose.path.FlowModel;
import org.flowproof.enclose.path.PathStep;
import org.flowproof.enclose.path.Side;
import org.flowproof.enclose.path.Sliding;
import org.flowproof.enclose.path.Slidings;
import org.flowproof.enclose.taylor.Bounds;

/**
 * Proves, step by step, that the flow stays in a tube around a path. Nothing about the path is
 * trusted: its defect, its sides, its slides and the bounds at its concave kinks are all checked. A
 * step that is refused leaves the state as it was.
 */
public final class StepCertifier {
  private static final int GUESSES = 12;
  private static final int[] NONE = {};

  /** Norms with a block of neurons that may be chosen. */
  public static final int BLOCKS = 4;

  private final FlowModel model;
  private final Slidings slidings;
  private final int largestEllipsoid;
  private ProofState state;
  private List<Kick> lastKicks = List.of();
  private Map<List<Integer>, Double> lastAdded = Map.of();

  /** For the flow from the initial weights of a problem, with no error at time 0. */
  public StepCertifier(FlowModel model, Slidings slidings) {
    this(model, slidings, 0);
  }

  /**
   * The same, with an ellipsoid of errors beside the other norms where the loss is squared.
   *
   * @param largestEllipsoid the most weights that one is made for
   */
  public StepCertifier(FlowModel model, Slidings slidings, int largestEllipsoid) {
    this.largestEllipsoid = model.logistic() ? 0 : largestEllipsoid;
    this.model = model;
    this.slidings = slidings;
    state =
        new ProofState(
            ErrorBounds.none(model.m(), BLOCKS),
            Ellipsoid.none(model.bothLayers() ? model.d() + 1 : model.d()),
            new Captures(model, slidings),
            new OpenKicks(),
            null,
            null,
            null);
  }

  /** For all flows that start within these distances of the initial weights, by neuron. */
  public StepCertifier(FlowModel model, Slidings slidings, int largestEllipsoid, double[] radii) {
    this(model, slidings, largestEllipsoid);
    state.bounds().jump(radii);
  }

  /** Bounds of the errors at the end of the last step. */
  public ErrorBounds bounds() {
    return state.bounds();
  }

  /** Concave kinks that began to be passed in the last step. */
  public List<Kick> lastKicks() {
    return lastKicks;
  }

  /**
   * At least what was added to errors at concave kinks, by neuron and sample of those open last.
   */
  public Map<List<Integer>, Double> lastAdded() {
    return Map.copyOf(lastAdded);
  }

  /** At least the errors during the last step. */
  public double[] lastTube() {
    return state.lastTube().clone();
  }

  /** Samples of which the side was not proven for a neuron in the last step, slides apart. */
  public int[] lastUnclear(int neuron) {
    return model.kinks().members(state.lastUnclear()[neuron]);
  }

  /** Whether any kink is being passed. */
  public boolean anyOpen() {
    return !state.open().isEmpty();
  }

  /** Remembers where the proof is. */
  public ProofState mark() {
    return state.copy();
  }

  /** Takes back all steps since a mark. */
  public void back(ProofState mark) {
    state = mark.copy();
  }

  /** Measures other neurons together from now on, unless a kink is open; bounds carry over. */
  public void regroup(int which, boolean[] block) {
    if (state.open().isEmpty()) {
      state.bounds().regroup(which, block);
    }
  }

  /** Whether a neuron is measured together with others. */
  public boolean inBlock(int which, int neuron) {
    return state.bounds().inBlock(which, neuron);
  }

  /** Makes weights even that have drifted apart by more than a ratio, unless a kink is open. */
  public void even(double ratio) {
    if (state.open().isEmpty()) {
      state.bounds().even(ratio);
    }
  }

  /** Whether the flow of a sliding neuron is proven to lie on its kinks. */
  public boolean captured(int neuron) {
    return state.captures().captured(neuron);
  }

  /** Kinks that are being passed. */
  public boolean isOpen(int neuron, int sample) {
    return state.open().has(neuron, sample);
  }

  /**
   * Proves one more step.
   *
   * @param step starts where the last one ended, up to a jump that is paid for
   * @param kicks concave kinks that begin to be passed in this step
   * @return empty when it is proven
   */
  public Optional<Refusal> advance(PathStep step, List<Kick> kicks) {
    Optional<Refusal> unfit = FixedOuter.moved(model, step).or(() -> astray(step));
    if (unfit.isPresent()) {
      return unfit;
    }
    TubeRates rates = new TubeRates(model, step, slidings);
    if (rates.refusal().isPresent()) {
      return rates.refusal();
    }
    double[] jumps = jumps(step, rates);
    ErrorBounds start = state.bounds().copy();
    start.jump(jumps);
    OpenKicks kinks = state.open().jumped(jumps);
    for (Kick kick : kicks) {
      Optional<Refusal> refused = begin(kick, step, start, kinks, jumps[kick.neuron()]);
      if (refused.isPresent()) {
        return refused;
      }
    }
    double[] drifts = kinks.drifts(model.m());
    StepStart from = new StepStart(model.kinks(), start.all(), jumps);
    double[] tube = TubeGuess.around(start.all());
    for (int attempt = 0; attempt < GUESSES; attempt++) {
      StepRates in = rates.in(tube);
      ErrorBounds end = start.copy();
      end.grow(in, tube, drifts);
      double[] reached = end.all();
      if (TubeGuess.holds(reached, tube)) {
        lastKicks = List.copyOf(kicks);
        return conclude(step, rates, in, from, tube, end, kinks);
      }
      tube = TubeGuess.wider(tube, reached);
    }
    return Optional.of(new Refusal(Refusal.Kind.TUBE, -1, -1, "the tube widens too fast"));
  }

  /** Samples with one kink are on their sides of it together. */
  private Optional<Refusal> astray(PathStep step) {
    for (int j = 0; j < model.m(); j++) {
      int k = model.kinks().astray(step.sides(j));
      if (k >= 0) {
        return Optional.of(
            new Refusal(Refusal.Kind.SIDE, j, k, "samples with one kink are on different sides"));
      }
    }
    return Optional.empty();
  }

  private double[] jumps(PathStep step, TubeRates rates) {
    double[] jumps = new double[model.m()];
    for (int j = 0; j < jumps.length; j++) {
      double node =
          state.last() == null
              ? NodeJump.fromStart(model, step, j)
              : NodeJump.between(state.last(), step, j);
      // once to the projection of a sliding path at the start, and once back at the end; on one
      // kink errors off it only fall, so that once would do there
      jumps[j] = Bounds.up(node + 2 * rates.displacement(j));
    }
    return jumps;
  }

  private Optional<Refusal> begin(
      Kick kick, PathStep step, ErrorBounds start, OpenKicks kinks, double jump) {
    int j = kick.neuron();
    double needed =
        Bounds.up(Bounds.up(kick.push() * model.sampleNorm(kick.sample())) / kick.speed());
    if (!(kick.speed() > 0)
        || !(kick.factor() >= needed)
        || !(kick.before() >= start.of(j))
        || !(kick.drift() >= 0)
        || kinks.has(j, kick.sample())
        || wasUnclear(j, kick.sample())
        || !model.kinks().standsFor(kick.sample())
        || step.sides(j)[kick.sample()] == Side.SLIDE) {
      return Optional.of(
          new Refusal(Refusal.Kind.CONCAVE, j, kick.sample(), "the bounds of a kink do not fit"));
    }
    double clean = start.of(j);
    start.kick(kick);
    List<Integer> slide = state.captures().on(j, model.kinks().slides(step.sides(j)));
    kinks.open(new OpenKick(kick, step.sides(j)[kick.sample()], slide, clean, 0, jump));
    return Optional.empty();
  }

  /** The side of the flow must be known when a concave kink begins to be passed. */
  private boolean wasUnclear(int j, int k) {
    return state.lastUnclear() != null && Sliding.contains(state.lastUnclear()[j], k);
  }

  private Optional<Refusal> conclude(
      PathStep step,
      TubeRates rates,
      StepRates in,
      StepStart start,
      double[] tube,
      ErrorBounds end,
      OpenKicks kinks) {
    KinkCheck check = new KinkCheck(model, slidings, step, rates, tube);
    int[][] unclear = new int[model.m()][];
    for (int j = 0; j < model.m(); j++) {
      List<Integer> list = new ArrayList<>();
      for (int k : model.kinks().samples()) {
        Optional<Refusal> refused = pair(step, check, kinks, j, k, list);
        if (refused.isPresent()) {
          return refused;
        }
      }
      unclear[j] = list.isEmpty() ? NONE : list.stream().mapToInt(Integer::intValue).toArray();
    }
    Captures next = state.captures().copy();
    next.pass(step, rates, check, tube, unclear);
    OpenKicks still = kinks.over(rates, in, tube, unclear);
    for (OpenKick moved : still.all()) {
      int j = moved.kick().neuron();
      Optional<Refusal> refused = check.passing(moved, unclear[j]);
      if (refused.isPresent()) {
        return refused;
      }
    }
    lastAdded = kinks.added(still);
    if (still.isEmpty()) {
      end.settle();
    }
    Ellipsoid ellipsoid = state.ellipsoid();
    if (largestEllipsoid >= model.m() * (model.d() + 1)) {
      boolean[] known = start.known(step, state.captures(), next, still, unclear);
      ellipsoid =
          new EllipsoidMotion(model, step, rates, in, slidings, tube).move(ellipsoid, start, known);
      end.learn(ellipsoid, still.drifts(model.m()));
    }
    state = new ProofState(end, ellipsoid, next, still, step, unclear, tube);
    return Optional.empty();
  }

  private Optional<Refusal> pair(
      PathStep step, KinkCheck check, OpenKicks kinks, int j, int k, List<Integer> unclear) {
    boolean slides = step.sides(j)[k] == Side.SLIDE;
    if (!slides && check.clear(j, k)) {
      return Optional.empty();
    }
    if (!slides && !check.onItsSide(j, k)) {
      return Optional.of(
          new Refusal(Refusal.Kind.SIDE, j, k, "the path leaves the side of the kink it claims"));
    }
    if (!slides) {
      unclear.add(k);
    }
    return check.uncovered(j, k, slides ? Optional.empty() : kinks.kick(j, k));
  }
}
