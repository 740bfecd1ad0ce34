package org.flowproof.problem;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.IntFunction;
import org.flowproof.problem.data.AllSamples;
import org.flowproof.problem.data.ClassPicker;
import org.flowproof.problem.data.LabelledSamples;
import org.flowproof.problem.data.SampleLaw;
import org.flowproof.problem.yaml.StrictMap;
import org.flowproof.problem.yaml.StrictValue;

/** Reads the section {@code data} of a case file and the files it names. */
final class DataSection {
  private static final List<String> SOURCES = List.of("x", "csv", "npy", "idx", "law");

  private final StrictMap data;
  private final OptionalLong otherSeed;
  private final Activation activation;
  private final DataFiles files = new DataFiles();
  private OptionalLong seed = OptionalLong.empty();
  private Optional<SampleLaw> law = Optional.empty();

  /**
   * @param activation of the neuron that makes labels, where one does
   */
  DataSection(StrictMap data, OptionalLong otherSeed, Activation activation) {
    this.otherSeed = otherSeed;
    this.activation = activation;
    this.data = data.allow(CaseKeys.DATA);
  }

  /** The files read, in order. */
  List<CaseFile.DataFile> files() {
    return files.all();
  }

  /** The seed that samples were drawn with; empty for data that are given whole. */
  OptionalLong seed() {
    return seed;
  }

  /** The law that samples were drawn from, where it has a teacher; else empty. */
  Optional<SampledData> sampled() {
    return law.map(l -> new SampledData(l, data.bool("bias", false)));
  }

  /** The data set: read or drawn, selected, prepared, with the bias coordinate when asked for. */
  DataSet read() {
    try {
      return fromSource();
    } catch (OutOfMemoryError e) {
      // what was made of the data is garbage by now, so that there is room to say so
      throw data.refuse(
          "more than fits into the "
              + (Runtime.getRuntime().maxMemory() >> 20)
              + " MB of this process",
          "less data, or more memory with FLOWPROOF_JAVA_OPTS=-Xmx4g");
    }
  }

  private DataSet fromSource() {
    List<String> given = SOURCES.stream().filter(data::has).toList();
    if (given.size() != 1) {
      throw data.refuse(
          given.isEmpty() ? "no data" : String.join(" and ", given) + " together",
          "exactly one of x (with y or target), csv, npy, idx, law");
    }
    only("y", "x");
    only("target", "x", "law");
    only("label", "csv");
    only("header", "csv");
    StrictValue source = data.get(given.get(0));
    if (SampleFiles.KINDS.contains(given.get(0))) {
      return fromFiles(given.get(0), source);
    }
    only("select", SampleFiles.KINDS.toArray(String[]::new));
    only("prepare", SampleFiles.KINDS.toArray(String[]::new));
    DataSet read = given.get(0).equals("x") ? inline() : drawn(source.map());
    return whole(read, k -> "sample " + (k + 1), source);
  }

  private void only(String key, String... with) {
    if (data.has(key) && Arrays.stream(with).noneMatch(data::has)) {
      throw data.get(key)
          .refuse(
              "does not go with this kind of data",
              "it beside '" + String.join("', '", with) + "'");
    }
  }

  private DataSet inline() {
    StrictValue rows = data.get("x");
    Matrix x = NumberLists.matrix(rows);
    if (x.rows() == 0 || x.columns() == 0) {
      throw rows.refuse("no samples", "a list of rows such as [[1, 0], [0, 1]]");
    }
    if (data.has("target")) {
      if (data.has("y")) {
        throw data.get("target").refuse("labels are given twice", "either y or target");
      }
      return labelled(x, "inline");
    }
    Vec y = NumberLists.vector(data.get("y"));
    if (y.length() != x.rows()) {
      throw data.get("y").refuse(y.length() + " labels", x.rows() + ", one a sample");
    }
    return new DataSet(x, y, "inline");
  }

  private DataSet labelled(Matrix x, String origin) {
    return TargetSection.labelled(
        data.map("target"), x, data.bool("bias", false), activation, origin);
  }

  private DataSet drawn(StrictMap section) {
    if (data.has("target")) {
      InputLawSection inputs = new InputLawSection(section, otherSeed);
      seed = inputs.seed();
      return labelled(inputs.x(), inputs.origin());
    }
    LawSection drawn = new LawSection(section, otherSeed);
    law = drawn.law();
    seed = OptionalLong.of(drawn.seed());
    return drawn.drawn();
  }

  private DataSet fromFiles(String kind, StrictValue source) {
    Optional<SelectionSection> selection =
        data.find("select").map(v -> new SelectionSection(v.map(), otherSeed));
    Optional<PreparationSection> preparation =
        data.find("prepare").map(v -> new PreparationSection(v.map()));
    SampleFiles reading = new SampleFiles(data, files);
    LabelledSamples samples;
    String done = "";
    if (selection.isPresent()) {
      ClassPicker picker = new ClassPicker(selection.get().selection());
      reading.read(kind, picker);
      selection.get().hold(picker);
      samples = picker.samples();
      seed = selection.get().selection().seed();
      done = ", " + selection.get().selection().words();
    } else {
      AllSamples all = new AllSamples();
      reading.read(kind, all);
      samples = all.samples();
    }
    String origin = files.origins() + done;
    DataSet prepared =
        preparation
            .map(p -> p.apply(samples, origin))
            .orElseGet(() -> new DataSet(samples.x(), samples.y(), origin));
    return whole(prepared, samples::name, source);
  }

  private DataSet whole(DataSet read, IntFunction<String> name, StrictValue source) {
    DataSet whole = data.bool("bias", false) ? withBias(read) : read;
    refuseZeroRows(whole, name, source);
    return whole;
  }

  static DataSet withBias(DataSet read) {
    double[][] rows = new double[read.n()][];
    for (int k = 0; k < rows.length; k++) {
      rows[k] = Arrays.copyOf(read.x().row(k), read.d() + 1);
      rows[k][read.d()] = 1;
    }
    return new DataSet(Matrix.of(rows), read.y(), read.origin() + ", bias coordinate appended");
  }

  static boolean isZero(double[] row) {
    return Arrays.stream(row).allMatch(value -> value == 0);
  }

  /** A zero sample has no hyperplane and moves nothing; in a file it is almost surely a mistake. */
  private static void refuseZeroRows(DataSet data, IntFunction<String> name, StrictValue source) {
    for (int k = 0; k < data.n(); k++) {
      if (isZero(data.x().row(k))) {
        throw source.refuse(
            name.apply(k) + " is the zero vector",
            "samples other than 0, which moves no weight; 'bias: true' appends a 1 to each");
      }
    }
  }
}
