package org.flowproof.sweep.plan;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.flowproof.problem.InputException;
import org.flowproof.problem.yaml.Decimal;
import org.flowproof.problem.yaml.StrictMap;
import org.flowproof.problem.yaml.StrictValue;
import org.flowproof.sweep.AxisValue;

/**
 * Reads the values of an axis: a list, a grid {@code {from, to, step}}, a grid in the logarithm
 * {@code {from, to, points}} (even for ratios), or seeds {@code {from, count}}.
 */
final class AxisValues {
  /** Most values of one axis. */
  static final int MOST = 10_000;

  /** Digits of the inner points of a grid in the logarithm, so that they can be written down. */
  private static final MathContext DIGITS = new MathContext(12, RoundingMode.HALF_EVEN);

  private static final String FORMS =
      "a list, {from, to, step}, {from, to, points} (evenly in the logarithm) or {from, count}"
          + " (seeds)";

  private AxisValues() {}

  /**
   * The values with their places, in order.
   *
   * @throws InputException when there are none or too many, when one stands twice or is of the
   *     wrong type
   */
  static List<StrictValue> read(StrictValue axis, AxisKind kind) {
    List<StrictValue> values = axis.isMap() ? spread(axis, kind) : listed(axis);
    if (values.isEmpty()) {
      throw axis.refuse("an axis without values", "at least one value");
    }
    if (values.size() > MOST) {
      throw tooMany(axis, values.size());
    }
    refuseTwice(values, kind);
    return values;
  }

  /** A value as data; its type is that of its axis. */
  static AxisValue value(StrictValue value, AxisKind kind) {
    if (kind.type() == AxisKind.Type.WORDS) {
      return AxisValue.of(value.text());
    }
    Decimal decimal = value.decimal();
    return new AxisValue(decimal.text(), OptionalDouble.of(decimal.value()));
  }

  private static List<StrictValue> listed(StrictValue axis) {
    if (!axis.isList()) {
      throw axis.refuse("a single value", FORMS);
    }
    return axis.list();
  }

  private static List<StrictValue> spread(StrictValue axis, AxisKind kind) {
    StrictMap map = axis.map();
    if (map.has("refine") && kind.type() != AxisKind.Type.EVEN) {
      throw map.get("refine")
          .refuse("the axis '" + kind.axis() + "' is not refined", "it on the axis 'ratio'");
    }
    if (kind.type() == AxisKind.Type.WORDS) {
      throw axis.refuse("a grid of words", "a list");
    }
    if (map.has("step")) {
      return grid(axis, map.allow(SweepKeys.GRID));
    }
    if (map.has("points") && kind.type() == AxisKind.Type.EVEN) {
      return even(axis, map.allow(SweepKeys.LOG_GRID));
    }
    if (map.has("points")) {
      return logarithmic(axis, map.allow(SweepKeys.LOG_GRID), kind);
    }
    if (map.has("count")) {
      return seeds(axis, map.allow(SweepKeys.SEEDS), kind);
    }
    map.allow("from", "to", "step", "points", "count", "refine");
    throw axis.refuse("neither step nor points nor count", FORMS);
  }

  private static List<StrictValue> grid(StrictValue axis, StrictMap map) {
    BigDecimal from = map.get("from").decimal().exact();
    BigDecimal to = map.get("to").decimal().exact();
    map.get("step").positive();
    BigDecimal step = map.get("step").decimal().exact();
    if (to.compareTo(from) < 0) {
      throw map.get("to").refuse("below 'from'", "a number that is at least " + from);
    }
    if (to.subtract(from).divide(step, MathContext.DECIMAL64).doubleValue() >= MOST) {
      throw tooMany(axis, -1);
    }
    List<StrictValue> values = new ArrayList<>();
    for (BigDecimal at = from; at.compareTo(to) <= 0; at = at.add(step)) {
      values.add(axis.derived(plain(at)));
    }
    return values;
  }

  private static List<StrictValue> even(StrictValue axis, StrictMap map) {
    BigDecimal from = map.get("from").decimal().exact();
    BigDecimal to = map.get("to").decimal().exact();
    int points = (int) map.get("points").integer(2, MOST);
    if (to.compareTo(from) <= 0) {
      throw map.get("to").refuse("not above 'from'", "a number above " + from);
    }
    List<StrictValue> values = new ArrayList<>();
    for (int i = 0; i < points; i++) {
      BigDecimal part =
          to.subtract(from)
              .multiply(BigDecimal.valueOf(i))
              .divide(BigDecimal.valueOf(points - 1), DIGITS);
      values.add(axis.derived(plain(i == points - 1 ? to : from.add(part))));
    }
    return values;
  }

  /** How close neighbours of an axis are to be brought; empty for one that is not refined. */
  static OptionalDouble refinement(StrictValue axis) {
    return axis.isMap() && axis.map().has("refine")
        ? OptionalDouble.of(axis.map().get("refine").positive())
        : OptionalDouble.empty();
  }

  private static List<StrictValue> logarithmic(StrictValue axis, StrictMap map, AxisKind kind) {
    double from = map.get("from").positive();
    double to = map.get("to").positive();
    int points = (int) map.get("points").integer(2, MOST);
    if (to <= from) {
      throw map.get("to").refuse("not above 'from'", "a number above " + from);
    }
    Map<BigDecimal, StrictValue> values = new LinkedHashMap<>();
    for (int i = 0; i < points; i++) {
      BigDecimal exact = between(map, i, points - 1, StrictMath.log(from), StrictMath.log(to));
      if (kind.type() != AxisKind.Type.NUMBERS) {
        exact = exact.setScale(0, RoundingMode.HALF_EVEN);
      }
      // whole numbers close together fall into one
      values.putIfAbsent(exact.stripTrailingZeros(), axis.derived(plain(exact)));
    }
    return List.copyOf(values.values());
  }

  private static BigDecimal between(StrictMap map, int i, int last, double from, double to) {
    if (i == 0 || i == last) {
      return map.get(i == 0 ? "from" : "to").decimal().exact();
    }
    return new BigDecimal(StrictMath.exp(from + (to - from) * i / last)).round(DIGITS);
  }

  private static List<StrictValue> seeds(StrictValue axis, StrictMap map, AxisKind kind) {
    if (kind.type() != AxisKind.Type.SEEDS) {
      throw axis.refuse(
          "a count of seeds for the axis '" + kind.axis() + "'",
          "a list, {from, to, step} or {from, to, points}");
    }
    int count = (int) map.get("count").integer(1, MOST);
    long from = map.get("from").integer(0, Long.MAX_VALUE - count);
    List<StrictValue> values = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      values.add(axis.derived(Long.toString(from + i)));
    }
    return values;
  }

  private static void refuseTwice(List<StrictValue> values, AxisKind kind) {
    Map<Object, StrictValue> seen = new LinkedHashMap<>();
    for (StrictValue value : values) {
      Object what =
          kind.type() == AxisKind.Type.WORDS
              ? value.text()
              : value.decimal().exact().stripTrailingZeros();
      if (seen.putIfAbsent(what, value) != null) {
        throw value.refuse("value given twice: " + value.text(), "each value once");
      }
    }
  }

  private static InputException tooMany(StrictValue axis, int count) {
    return axis.refuse(
        count < 0 ? "too many values" : count + " values", "at most " + MOST + " on an axis");
  }

  /** Such as {@code 40}, {@code 0.25} or {@code 1e-6}. */
  private static String plain(BigDecimal value) {
    BigDecimal bare = value.stripTrailingZeros();
    int exponent = bare.precision() - bare.scale() - 1;
    if (bare.signum() == 0 || (exponent >= -4 && exponent < 15)) {
      return bare.toPlainString();
    }
    return bare.movePointLeft(exponent).toPlainString() + "e" + exponent;
  }
}
