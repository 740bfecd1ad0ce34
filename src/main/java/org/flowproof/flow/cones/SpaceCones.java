package org.flowproof.flow.cones;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.flowproof.formula.Rational;

/** The cones of samples in any dimension, from the faces of the arrangement of their kinks. */
final class SpaceCones {
  private final List<KinkLine> lines;
  private final List<RoundedVector> directions;
  private final Rational slope;
  private final ExactVector zero;
  private final Map<Signs, ExactVector> pullsOffRays = new HashMap<>();

  private SpaceCones(ZeroOutput data, List<KinkLine> lines) {
    this.lines = lines;
    directions = lines.stream().map(line -> new RoundedVector(line.direction())).toList();
    slope = data.slope();
    zero = ExactVector.zero(data.samples().get(0).dimension());
  }

  /**
   * All cones but the origin.
   *
   * @throws org.flowproof.formula.NoValueException when there may be too many
   */
  static List<Cone> of(ZeroOutput data, List<KinkLine> lines) {
    SpaceCones space = new SpaceCones(data, lines);
    List<Cone> cones = new ArrayList<>();
    Arrangement.of(lines.stream().map(KinkLine::direction).toList())
        .faces()
        .forEach((signs, rays) -> cones.add(space.cone(signs, rays)));
    return cones;
  }

  private Cone cone(Signs signs, List<Arrangement.Ray> rays) {
    ExactVector inside = zero;
    List<ExactVector> edges = new ArrayList<>();
    for (Arrangement.Ray ray : rays) {
      inside = inside.plus(ray.vector());
      edges.add(ray.vector());
    }
    List<KinkLine> kinks = signs.zeros().stream().map(lines::get).toList();
    ExactVector rest = rest(signs, rays.get(0).signs());
    ExactVector pull = kinks.isEmpty() ? rest : KinkGates.leastNorm(rest, kinks, slope).point();
    Cone.Kind kind = kinks.isEmpty() ? Cone.Kind.OPEN : Cone.Kind.FACE;
    return new Cone(kind, inside, edges, pull, List.of(), pole(signs, pull));
  }

  /** The pull of the lines that are no kinks of a face; most of it is the same around a ray. */
  private ExactVector rest(Signs face, Signs ray) {
    ExactVector sum = pullsOffRays.computeIfAbsent(ray, this::beside);
    for (int l : ray.zeros()) {
      if (face.get(l) != 0) {
        sum = sum.plus(lines.get(l).pull(face.get(l), slope));
      }
    }
    return sum;
  }

  private ExactVector beside(Signs signs) {
    ExactVector sum = zero;
    for (int l = 0; l < signs.count(); l++) {
      if (signs.get(l) != 0) {
        sum = sum.plus(lines.get(l).pull(signs.get(l), slope));
      }
    }
    return sum;
  }

  private Cone.Pole pole(Signs signs, ExactVector pull) {
    if (pull.isZero()) {
      return Cone.Pole.REST;
    }
    RoundedVector rounded = new RoundedVector(pull);
    boolean along = true;
    boolean against = true;
    for (int l = 0; l < signs.count() && (along || against); l++) {
      int sign = directions.get(l).sign(rounded);
      along &= sign == signs.get(l);
      against &= sign == -signs.get(l);
    }
    return along ? Cone.Pole.ALONG : against ? Cone.Pole.AGAINST : Cone.Pole.NONE;
  }
}
