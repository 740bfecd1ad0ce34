package org.flowproof.enclose.plan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.flowproof.enclose.certify.ProofState;
import org.flowproof.enclose.certify.Refusal;
import org.flowproof.enclose.certify.StepCertifier;
import org.flowproof.enclose.interval.Interval;
import org.flowproof.enclose.path.FlowModel;
import org.flowproof.enclose.path.PathStep;
import org.flowproof.enclose.path.Side;
import org.flowproof.enclose.path.Slidings;
import org.flowproof.enclose.path.TaylorCoefficients;

/** Proposes a path step by step, Taylor polynomials from kink to kink, and has each proven. */
public final class TubeBuilder {
  private static final int RETRIES = 12;
  private static final int MOST_STEPS = 400_000;

  /** Kinks without time passing, after which the flow is taken to chatter. */
  private static final int MOST_IDLE = 200;

  /** Sizes of large neurons, relative to the largest, one for each block. */
  private static final double[] LARGE = {0.01, 0.05, 0.2, 0.5};

  /** Weights further apart are made even. */
  private static final double MOST_SKEW = 1e12;

  /** Relative room in the bounds at a concave kink, one attempt after the other. */
  private static final double[] SLACKS = {1e-3, 0.05, 0.5, 2};

  private static final double[] SHORTER = {1 - 1e-7, 1 - 1e-4, 0.97, 0.5};

  private final FlowModel model;
  private final Precision precision;
  private final Slidings slidings;
  private final StepCertifier certifier;
  private final Walker walker;
  private final Footing footing;
  private final Pace pace;
  private final Rooms rooms;
  private final Weighing weighing;
  private final KickProposals proposals;
  private final Origin origin;
  private final Chatter chatter;
  private final TubeLog log;
  private Mark mark;
  private int slack;
  private BigDecimal time = BigDecimal.ZERO;

  /** For the flow from the initial weights of a problem. */
  public TubeBuilder(FlowModel model, Precision precision, TubeLog log) {
    this(model, precision, log, new double[model.m()]);
  }

  /** For all flows that start within these distances of the initial weights, by neuron. */
  public TubeBuilder(FlowModel model, Precision precision, TubeLog log, double[] radii) {
    this.model = model;
    // the exponential function has a double's precision only
    this.precision = model.logistic() ? Precision.DOUBLES : precision;
    this.log = log;
    slidings = new Slidings(model);
    certifier = new StepCertifier(model, slidings, this.precision.ellipsoid(), radii);
    walker = new Walker(model, this.precision);
    footing = new Footing(model, slidings, walker, this.precision);
    pace = new Pace(this.precision);
    rooms = new Rooms(model.m(), this.precision);
    weighing = new Weighing(model, slidings);
    proposals = new KickProposals(model, certifier, walker, this.precision);
    chatter = new Chatter(model.m(), model.n());
    origin = new Origin(model, certifier, walker, footing, weighing);
  }

  public StepCertifier certifier() {
    return certifier;
  }

  /** The time reached, exactly. */
  public BigDecimal time() {
    return time;
  }

  /**
   * Goes on to a time.
   *
   * @return empty when it is reached
   */
  public Optional<Refusal> advanceTo(double end) {
    return advanceTo(end, () -> false);
  }

  /**
   * Goes on to a time.
   *
   * @param stopped asked between steps
   * @return empty when the time is reached
   */
  public Optional<Refusal> advanceTo(double end, BooleanSupplier stopped) {
    BigDecimal until = new BigDecimal(end);
    int idle = 0;
    for (int count = 0; time.compareTo(until) < 0; count++) {
      if (count >= MOST_STEPS) {
        return Optional.of(new Refusal(Refusal.Kind.TUBE, -1, -1, "too many steps"));
      }
      if (stopped.getAsBoolean()) {
        return Optional.of(new Refusal(Refusal.Kind.TUBE, -1, -1, "stopped"));
      }
      BigDecimal before = time;
      // never beyond the end: what is left of it after rounding is another step, and exact soon
      Optional<Refusal> refused = step(Interval.of(until.subtract(time)).lower());
      if (refused.isPresent()) {
        return refused.map(origin::named);
      }
      idle = time.compareTo(before) == 0 ? idle + 1 : 0;
      if (idle > MOST_IDLE) {
        return Optional.of(
            new Refusal(
                Refusal.Kind.KINK, -1, -1, "kinks follow one another without time passing"));
      }
    }
    return Optional.empty();
  }

  private Optional<Refusal> step(double most) {
    origin.pass(time, log);
    NextHappening look = new NextHappening(model, slidings, certifier, walker, precision, rooms);
    List<int[]> near = new ArrayList<>();
    for (int j = 0; j < model.m(); j++) {
      for (int k : model.kinks().samples()) {
        if (look.near(j, k)) {
          near.add(new int[] {j, k});
        }
      }
    }
    Proposal proposal =
        near.isEmpty() ? propose(look, pace.degree(), most) : proposeAtKinks(look, most);
    TaylorCoefficients taylor = proposal.taylor();
    Happening next = proposal.next();
    double factor = proposal.factor();
    boolean last = factor * taylor.length() >= most;
    if (next.at() <= 1) {
      last = false;
      factor *= next.leaves() ? Math.min(1, next.at() * (1 + precision.late())) : next.at();
    }
    if (next.at() > 0) {
      Optional<Refusal> refused = Optional.empty();
      List<KickGuess> kinks = proposals.guesses(near, taylor);
      if (!certifier.anyOpen()) {
        boolean opens = !kinks.isEmpty();
        if (mark == null || !opens || time.compareTo(mark.time()) != 0) {
          slack = 0;
        }
        mark = opens ? new Mark(certifier.mark(), walker.copy(), time, log.mark()) : null;
      }
      int looser = slack;
      int shorter = 0;
      while (looser - slack + shorter < RETRIES) {
        PathStep step =
            last && shorter == 0 ? taylor.step(most / taylor.length(), most) : taylor.step(factor);
        double room = SLACKS[looser];
        refused = certifier.advance(step, kinks.stream().map(guess -> guess.with(room)).toList());
        if (refused.isEmpty()) {
          accept(step);
          if (shorter > 0) {
            return Optional.empty();
          }
          break;
        }
        boolean kink = refused.get().kind() == Refusal.Kind.CONCAVE && !near.isEmpty();
        if (kink && looser < SLACKS.length - 1) {
          looser++;
        } else {
          // first a little less, as the tube may have outgrown the room that was left at a kink
          factor *= near.isEmpty() && shorter < SHORTER.length ? SHORTER[shorter] : 0.5;
          shorter++;
        }
      }
      if (refused.isPresent()) {
        return again() ? Optional.empty() : refused;
      }
    }
    return next.at() <= 1 ? happen(next) : Optional.empty();
  }

  /** Where concave kinks were opened, to try them with looser bounds. */
  private record Mark(ProofState proof, Walker walker, BigDecimal time, int log) {}

  /** Goes back to where the kinks that are open now were opened, if looser bounds are left. */
  private boolean again() {
    if (mark == null || !certifier.anyOpen() || slack + 1 >= SLACKS.length) {
      return false;
    }
    slack++;
    certifier.back(mark.proof());
    walker.back(mark.walker());
    time = mark.time();
    log.back(mark.log());
    return true;
  }

  /** Coefficients at the present point, how far they reach, and what happens before. */
  private record Proposal(TaylorCoefficients taylor, double factor, Happening next) {}

  /** A line, or what bends as little as possible; or as anywhere else. */
  private Proposal proposeAtKinks(NextHappening look, double most) {
    for (int degree : pace.degreesAtKinks()) {
      Proposal proposal = propose(look, degree, most);
      if (proposal.next().at() <= 1) {
        return proposal;
      }
    }
    // a kink that is not passed at once is no reason for short steps
    return propose(look, pace.degree(), most);
  }

  private Proposal propose(NextHappening look, int degree, double most) {
    TaylorCoefficients taylor =
        new TaylorCoefficients(model, slidings, walker.sidesNow(), degree, pace.pairs(degree));
    double length = pace.length(degree);
    taylor.compute(walker, length);
    double reach = degree == 1 ? 1 : pace.factor(taylor.reach(precision.lastTerms()));
    if (degree > precision.degreeAtKinks()) {
      pace.reaches(degree, reach * length);
    }
    double factor = Math.min(reach, most / length);
    double[][][] w = taylor.hidden(factor);
    if (degree > precision.degreeAtKinks()) {
      rooms.along(w, walker);
      look.widen(rooms.widths(certifier.bounds(), walker));
    }
    Happening next =
        look.first(w, taylor.residuals(factor), j -> taylor.pullBesidesSlide(j, factor));
    return new Proposal(taylor, factor, next);
  }

  private void accept(PathStep step) {
    log.step(time, step, certifier);
    time = time.add(new BigDecimal(step.length()));
    pace.passed(step.length());
    walker.follow(step);
    for (int j = 0; j < model.m(); j++) {
      footing.project(j);
    }
    footing.keepSides();
    regroup();
  }

  /** Large neurons are measured together: alone, their errors would seem to feed one another. */
  private void regroup() {
    double largest = 0;
    double[] size = new double[model.m()];
    for (int j = 0; j < size.length; j++) {
      size[j] = walker.size(j);
      largest = Math.max(largest, size[j]);
    }
    for (int which = 0; which < StepCertifier.BLOCKS; which++) {
      boolean[] block = new boolean[size.length];
      boolean changed = false;
      for (int j = 0; j < size.length; j++) {
        boolean now = certifier.inBlock(which, j);
        block[j] = size[j] > (now ? LARGE[which] / 2 : LARGE[which]) * largest;
        changed |= block[j] != now;
      }
      if (changed) {
        certifier.regroup(which, block);
      }
    }
    certifier.even(MOST_SKEW);
  }

  private Optional<Refusal> happen(Happening next) {
    int j = next.neuron();
    int k = next.sample();
    switch (next.kind()) {
      case NEAR, CLEAR -> {
        return Optional.empty();
      }
      default -> {
        pace.met();
        Side[] sides = walker.sides()[j];
        int[] slides = model.kinks().slides(sides);
        boolean reach = next.kind() == Happening.Kind.REACH;
        int[] kinks = slides;
        if (reach) {
          kinks = java.util.Arrays.copyOf(slides, slides.length + 1);
          kinks[slides.length] = k;
        } else {
          sides = sides.clone();
          model
              .kinks()
              .put(sides, k, next.kind() == Happening.Kind.LEAVE_UP ? Side.PLUS : Side.MINUS);
        }
        Optional<Side[]> chosen =
            weighing.decide(
                walker.hidden(j),
                walker.outer()[j],
                walker.residuals(),
                sides,
                kinks,
                reach ? -1 : k);
        if (chosen.isEmpty()) {
          return Optional.of(
              new Refusal(Refusal.Kind.KINK, j, k, "no way on from the kink is consistent"));
        }
        log.kink(time, j, k, walker.sides()[j], chosen.get(), walker.bend(j, k));
        System.arraycopy(chosen.get(), 0, walker.sides()[j], 0, model.n());
        footing.project(j);
        footing.nudge(j, kinks);
        footing.keepSides();
        return chatter.comes(time, j, k);
      }
    }
  }
}
