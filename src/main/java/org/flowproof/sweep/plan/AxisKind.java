package org.flowproof.sweep.plan;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The axes that there are, each with the keys of a case that it sets. */
enum AxisKind {
  SAMPLES("samples", Type.WHOLE, "data.law.samples"),
  DIMENSION("dimension", Type.WHOLE, "data.law.dimension"),
  NOISE("noise", Type.NUMBERS, "data.law.noise"),
  BAND("band", Type.NUMBERS, "data.law.band"),
  WIDTH("width", Type.WHOLE, "network.width"),
  SLOPE("slope", Type.NUMBERS, "network.activation.leaky"),
  INITIALIZATION("initialization", Type.WORDS, "initialization.law"),
  SCALE("scale", Type.NUMBERS, "initialization.scale"),
  RATIO("ratio", Type.EVEN, "initialization.ratio"),
  SEED("seed", Type.SEEDS, "data.law.seed", "initialization.seed"),
  DATA_SEED("data-seed", Type.SEEDS, "data.law.seed"),
  WEIGHT_SEED("weight-seed", Type.SEEDS, "initialization.seed"),
  INTEGRATOR("integrator", Type.WORDS, "dynamics.integrator"),
  TOLERANCE("tolerance", Type.NUMBERS, "dynamics.tolerance"),
  STEP("step", Type.NUMBERS, "dynamics.step"),
  TIME("time", Type.NUMBERS, "dynamics.stop.time");

  /** What the values of an axis are. */
  enum Type {
    NUMBERS,
    /** Numbers of either sign, evenly spaced in grids, which may be refined. */
    EVEN,
    /** Whole numbers; the points of a grid are rounded to them. */
    WHOLE,
    /** Whole numbers that only tell draws apart. */
    SEEDS,
    WORDS
  }

  private final String axis;
  private final Type type;

  @SuppressWarnings("ImmutableEnumChecker")
  private final List<String> keys;

  AxisKind(String axis, Type type, String... keys) {
    this.axis = axis;
    this.type = type;
    this.keys = List.of(keys);
  }

  /** The name in sweep files. */
  String axis() {
    return axis;
  }

  Type type() {
    return type;
  }

  /** The keys of a case file that it sets, where the case has the section that they lie in. */
  List<String> keys() {
    return keys;
  }

  static List<String> names() {
    return Arrays.stream(values()).map(AxisKind::axis).toList();
  }

  static Optional<AxisKind> named(String name) {
    return Arrays.stream(values()).filter(kind -> kind.axis.equals(name)).findFirst();
  }
}
