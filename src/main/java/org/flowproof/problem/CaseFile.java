package org.flowproof.problem;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A case: a problem, the claims to hold against it, the verdicts and numbers expected, and the
 * figures to draw.
 *
 * @param id the path below {@code cases/} without extension, such as {@code
 *     early-alignment/three-points}
 * @param path the file it was read from, as the user named it
 * @param title one line of plain text
 * @param notes plain text; may be empty
 * @param problem what determines the trajectory
 * @param check claims with expected verdicts, in file order
 * @param plots figures, in file order
 * @param values numbers expected, in file order
 * @param inputs data files read beside the case file, in order of reading
 * @param seeds every seed that was drawn from, by its use: {@code data}, {@code initial weights}
 * @param draws what can be drawn otherwise
 * @param integrator where the file asks for an integrator by name; empty when it does not
 * @param ending where the run should end, when the case says so
 * @param alignment the early-alignment theorem with its parameters, when the case is to be held to
 *     it
 * @param margins the limits of margins and stable ranks, when the case is to be held to them
 * @param smallStart the limit of small starts, when the case is to be held to it
 * @param target the neuron that makes the labels, when they are made by one
 * @param branches the branches of its target set, when the case is to be held to them
 * @param extremal the extremal vectors of the data, when the case is to be held to them
 * @param enclosure a tube around the flow, when the case is to be enclosed
 */
public record CaseFile(
    String id,
    Path path,
    String title,
    String notes,
    Problem problem,
    List<Expectation> check,
    List<Plot> plots,
    List<ExpectedValue> values,
    List<DataFile> inputs,
    Map<String, Long> seeds,
    Draws draws,
    Optional<Located> integrator,
    Optional<Located> ending,
    Optional<ExpectedAlignment> alignment,
    Optional<ExpectedMargins> margins,
    Optional<ExpectedSmallStart> smallStart,
    Optional<SingleNeuron> target,
    Optional<ExpectedBranches> branches,
    Optional<ExpectedExtremal> extremal,
    Optional<ExpectedEnclosure> enclosure) {
  public CaseFile {
    check = List.copyOf(check);
    plots = List.copyOf(plots);
    values = List.copyOf(values);
    inputs = List.copyOf(inputs);
    seeds = Map.copyOf(seeds);
  }

  /** A case of given data and weights. */
  public CaseFile(
      String id,
      Path path,
      String title,
      String notes,
      Problem problem,
      List<Expectation> check,
      List<Plot> plots,
      List<ExpectedValue> values,
      List<DataFile> inputs,
      Map<String, Long> seeds) {
    this(
        id,
        path,
        title,
        notes,
        problem,
        check,
        plots,
        values,
        inputs,
        seeds,
        Draws.NONE,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** The same case about another problem. */
  public CaseFile with(Problem other, Draws otherDraws) {
    return new CaseFile(
        id,
        path,
        title,
        notes,
        other,
        check,
        plots,
        values,
        inputs,
        seeds,
        otherDraws,
        integrator,
        ending,
        alignment,
        margins,
        smallStart,
        target,
        branches,
        extremal,
        enclosure);
  }

  /** The last part of the id, a name for an output directory. */
  public String shortName() {
    return id.substring(id.lastIndexOf('/') + 1);
  }

  /**
   * A data file that the case names.
   *
   * @param path as written in the case file
   * @param sha256 of its bytes, lower-case hexadecimal
   * @param outside whether it lies outside the directory of the case file
   */
  public record DataFile(String path, String sha256, boolean outside) {}
}
