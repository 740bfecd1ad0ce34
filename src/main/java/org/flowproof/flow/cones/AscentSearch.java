package org.flowproof.flow.cones;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.flowproof.formula.NoValueException;
import org.flowproof.problem.Problem;
import org.flowproof.problem.SeededStream;

/**
 * Extremal vectors from random directions, uniform on the sphere: each is followed by ascent of G,
 * where positive output weights go, and by descent, where negative ones go. The ends are estimates
 * of the basins; which of them are extremal vectors is decided exactly.
 *
 * <p>Maxima and minima are found when their basin is met, saddles only by chance.
 *
 * @param starts number of directions
 * @param seed of the draws
 * @param found extremal vectors at ends of paths, in the order they were met
 * @param ascents for each of them the number of ascents that ended there
 * @param descents for each of them the number of descents
 * @param still ascents and descents that ended with pull 0, as those of inactive neurons do
 * @param lost ascents and descents without an end that could be told
 */
public record AscentSearch(
    int starts,
    long seed,
    List<ExtremalVector> found,
    List<Integer> ascents,
    List<Integer> descents,
    int still,
    int lost) {
  public AscentSearch {
    found = List.copyOf(found);
    ascents = List.copyOf(ascents);
    descents = List.copyOf(descents);
  }

  /**
   * Searches.
   *
   * @param starts at least 1
   * @throws NoValueException when the activation has no kinks, or all samples are 0
   */
  public static AscentSearch of(Problem problem, int starts, long seed) {
    ZeroOutput data = ZeroOutput.of(problem);
    if (data.samples().isEmpty()) {
      throw new NoValueException("all samples are 0");
    }
    List<KinkLine> lines = KinkLine.of(data);
    AlignmentPath path = new AlignmentPath(data, lines);
    SeededStream stream = new SeededStream(seed, SeededStream.Purpose.WEIGHTS);
    Map<Signs, int[]> ends = new LinkedHashMap<>();
    int still = 0;
    int lost = 0;
    for (int i = 0; i < starts; i++) {
      double[] start = direction(stream, problem.data().d());
      for (int side = 0; side < 2; side++) {
        Optional<AlignmentPath.End> end = path.follow(start, side == 0 ? 1 : -1);
        if (end.isEmpty()) {
          lost++;
        } else if (end.get().still()) {
          still++;
        } else {
          ends.computeIfAbsent(end.get().signs(), s -> new int[2])[side]++;
        }
      }
    }
    List<ExtremalVector> found = new ArrayList<>();
    List<Integer> ascents = new ArrayList<>();
    List<Integer> descents = new ArrayList<>();
    for (Map.Entry<Signs, int[]> end : ends.entrySet()) {
      Optional<ExtremalVector> extremal = FoundCone.extremal(data, lines, end.getKey());
      int[] counts = end.getValue();
      if (extremal.isEmpty()) {
        lost += counts[0] + counts[1];
      } else {
        found.add(extremal.get());
        ascents.add(counts[0]);
        descents.add(counts[1]);
      }
    }
    return new AscentSearch(starts, seed, found, ascents, descents, still, lost);
  }

  private static double[] direction(SeededStream stream, int d) {
    double[] w = new double[d];
    for (int i = 0; i < d; i++) {
      w[i] = stream.nextGaussian();
    }
    return w;
  }

  /** Ascents that ended at an extremal vector with this pull and pole. */
  public int ascents(ExtremalVector vector) {
    return count(vector, ascents);
  }

  /** Descents that ended at an extremal vector with this pull and pole. */
  public int descents(ExtremalVector vector) {
    return count(vector, descents);
  }

  private int count(ExtremalVector vector, List<Integer> counts) {
    for (int i = 0; i < found.size(); i++) {
      ExtremalVector other = found.get(i);
      if (other.vector().equals(vector.vector()) && other.cone().pole() == vector.cone().pole()) {
        return counts.get(i);
      }
    }
    return 0;
  }

  /**
   * The least share of the sphere such that all basins at least that large were met, by a given
   * confidence for each: {@code 1 - (1 - confidence)^(1/starts)}.
   */
  public double surelyMet(double confidence) {
    return -Math.expm1(Math.log1p(-confidence) / starts);
  }
}
