package org.flowproof.problem;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.flowproof.problem.data.CsvTable;
import org.flowproof.problem.data.NpyArray;
import org.flowproof.problem.data.SampleLaw;
import org.flowproof.problem.yaml.NearestName;
import org.flowproof.problem.yaml.StrictMap;
import org.flowproof.problem.yaml.StrictValue;

/** Reads the section {@code data} of a case file and the files it names. */
final class DataSection {
  /** Largest data file, in bytes. */
  static final int MAX_FILE = 256 << 20;

  /** Largest number of entries of X. */
  static final long MAX_ENTRIES = 20_000_000;

  private static final List<String> SOURCES = List.of("x", "csv", "npy", "law");

  private final StrictMap data;
  private final OptionalLong otherSeed;
  private OptionalLong seed = OptionalLong.empty();
  private SampleLaw law;
  private final List<CaseFile.DataFile> files = new ArrayList<>();

  DataSection(StrictMap data, OptionalLong otherSeed) {
    this.otherSeed = otherSeed;
    this.data = data.allow(CaseKeys.DATA);
  }

  /** The files read, in order. */
  List<CaseFile.DataFile> files() {
    return files;
  }

  /** The seed that samples were drawn with; empty for data that are given. */
  OptionalLong seed() {
    return seed;
  }

  /** The law that samples were drawn from; empty for data that are given. */
  Optional<SampledData> sampled() {
    return Optional.ofNullable(law).map(l -> new SampledData(l, data.bool("bias", false)));
  }

  /** The data set, with the bias coordinate when asked for. */
  DataSet read() {
    List<String> given = SOURCES.stream().filter(data::has).toList();
    if (given.size() != 1) {
      throw data.refuse(
          given.isEmpty() ? "no data" : String.join(" and ", given) + " together",
          "exactly one of x (with y), csv, npy, law");
    }
    only("y", "x");
    only("label", "csv");
    only("header", "csv");
    StrictValue source = data.get(given.get(0));
    DataSet read =
        switch (given.get(0)) {
          case "x" -> inline();
          case "csv" -> csv(source);
          case "npy" -> npy(source.map().allow(CaseKeys.NPY));
          default -> law(source.map().allow(CaseKeys.LAW));
        };
    DataSet whole = data.bool("bias", false) ? withBias(read) : read;
    refuseZeroRows(whole, source);
    return whole;
  }

  private void only(String key, String with) {
    if (data.has(key) && !data.has(with)) {
      throw data.get(key).refuse("does not go with this kind of data", "it beside '" + with + "'");
    }
  }

  private DataSet inline() {
    StrictValue rows = data.get("x");
    Matrix x = NumberLists.matrix(rows);
    if (x.rows() == 0 || x.columns() == 0) {
      throw rows.refuse("no samples", "a list of rows such as [[1, 0], [0, 1]]");
    }
    Vec y = NumberLists.vector(data.get("y"));
    if (y.length() != x.rows()) {
      throw data.get("y").refuse(y.length() + " labels", x.rows() + ", one a sample");
    }
    return new DataSet(x, y, "inline");
  }

  private DataSet csv(StrictValue source) {
    Located reference = source.located();
    Path file = beside(reference);
    byte[] bytes = bytes(reference, file);
    boolean header = data.bool("header", true);
    CsvTable table = CsvTable.parse(RegularFile.decode(bytes, file), file, header);
    int label = labelColumn(table, header);
    int n = table.numbers().rows();
    int d = table.columns().size() - 1;
    if (d == 0) {
      throw source.refuse("a table with one column", "at least one column beside the label");
    }
    double[] x = new double[n * d];
    double[] y = new double[n];
    for (int k = 0; k < n; k++) {
      double[] row = table.numbers().row(k);
      y[k] = row[label];
      System.arraycopy(row, 0, x, k * d, label);
      System.arraycopy(row, label + 1, x, k * d + label, d - label);
    }
    return new DataSet(Matrix.ofRowMajor(n, d, x), Vec.of(y), lastOrigin());
  }

  private int labelColumn(CsvTable table, boolean header) {
    StrictValue label = data.get("label");
    if (!header) {
      return (int) label.integer(1, table.columns().size()) - 1;
    }
    int at = table.columns().indexOf(label.text());
    if (at < 0) {
      throw label.refuse(
          "no such column: '" + label.text() + "'",
          "one of " + String.join(", ", table.columns()),
          NearestName.of(label.text(), table.columns()));
    }
    return at;
  }

  private DataSet npy(StrictMap npy) {
    Matrix x = array(npy, "x", 2).values();
    String origin = lastOrigin();
    Matrix y = array(npy, "y", 1).values();
    if (x.rows() != y.rows()) {
      throw npy.get("y").refuse(y.rows() + " labels", x.rows() + ", one a sample");
    }
    return new DataSet(x, Vec.of(y.toRowMajor()), origin + ", " + lastOrigin());
  }

  private NpyArray array(StrictMap npy, String key, int dimensions) {
    Located reference = npy.located(key);
    byte[] bytes = bytes(reference, beside(reference));
    NpyArray array;
    try {
      array = NpyArray.parse(bytes);
    } catch (IllegalArgumentException e) {
      throw new InputException(
          reference.file(),
          reference.line(),
          reference.key(),
          reference.text() + ": " + e.getMessage(),
          "an NPY file of version 1 or 2 with finite numbers of type <f4 or <f8",
          java.util.Optional.empty(),
          e);
    }
    if (array.dimensions() != dimensions) {
      throw reference.refuse(
          reference.text() + ": an array of " + array.dimensions() + " dimensions",
          dimensions == 2 ? "shape (n, d)" : "shape (n,)");
    }
    return array;
  }

  private DataSet law(StrictMap section) {
    boolean band = section.choice("kind", Map.of("gaussian", false, "band", true));
    int n = (int) section.get("samples").integer(1, 1_000_000);
    int d = (int) section.get("dimension").integer(1, 10_000);
    if ((long) n * d > MAX_ENTRIES) {
      throw section.get("samples").refuse(n + " x " + d + " entries", "at most " + MAX_ENTRIES);
    }
    Vec beta = beta(section.get("beta"), d);
    double noise = section.get("noise").nonNegative();
    double width = band ? section.get("band").positive() : 0;
    if (!band && section.has("band")) {
      throw section.get("band").refuse("does not go with 'gaussian'", "it beside 'kind: band'");
    }
    long used = otherSeed.orElse(section.get("seed").integer(0, Long.MAX_VALUE));
    seed = OptionalLong.of(used);
    law = new SampleLaw(n, beta, noise, width, used);
    SampleLaw.Draw draw =
        law.draw()
            .orElseThrow(
                () ->
                    section
                        .get("band")
                        .refuse(
                            "no samples found with |<x, beta>| >= " + width + " |x|",
                            "a band well below the norm of beta"));
    String origin =
        "law "
            + (band ? "band (" + width + ")" : "gaussian")
            + ", n = "
            + n
            + ", d = "
            + d
            + ", noise "
            + noise
            + ", seed "
            + used;
    return new DataSet(draw.x(), draw.y(), origin);
  }

  /** A list, or the word for the first unit vector of whatever dimension. */
  private static Vec beta(StrictValue value, int d) {
    if (!value.isList()) {
      value.choice(Map.of("unit", true));
      double[] first = new double[d];
      first[0] = 1;
      return Vec.of(first);
    }
    Vec beta = NumberLists.vector(value);
    if (beta.length() != d) {
      throw value.refuse(
          beta.length() + " numbers", d + ", the dimension, or 'unit': the first unit vector");
    }
    return beta;
  }

  static DataSet withBias(DataSet read) {
    double[][] rows = new double[read.n()][];
    for (int k = 0; k < rows.length; k++) {
      rows[k] = java.util.Arrays.copyOf(read.x().row(k), read.d() + 1);
      rows[k][read.d()] = 1;
    }
    return new DataSet(Matrix.of(rows), read.y(), read.origin() + ", bias coordinate appended");
  }

  /** A zero sample has no hyperplane and moves nothing; in a file it is almost surely a mistake. */
  private static void refuseZeroRows(DataSet data, StrictValue source) {
    for (int k = 0; k < data.n(); k++) {
      if (java.util.Arrays.stream(data.x().row(k)).allMatch(value -> value == 0)) {
        throw source.refuse(
            "sample " + (k + 1) + " is the zero vector",
            "samples other than 0, which moves no weight; 'bias: true' appends a 1 to each");
      }
    }
  }

  private Path beside(Located reference) {
    Path parent = reference.file().toAbsolutePath().normalize().getParent();
    try {
      return parent.resolve(reference.text()).normalize();
    } catch (java.nio.file.InvalidPathException e) {
      throw reference.refuse("not a path: " + e.getReason(), "a path relative to the case file");
    }
  }

  private byte[] bytes(Located reference, Path file) {
    byte[] bytes = RegularFile.read(file, MAX_FILE, reference);
    Path directory = reference.file().toAbsolutePath().normalize().getParent();
    files.add(new CaseFile.DataFile(reference.text(), sha256(bytes), !file.startsWith(directory)));
    return bytes;
  }

  private String lastOrigin() {
    CaseFile.DataFile last = files.get(files.size() - 1);
    return last.path() + " (SHA-256 " + last.sha256() + ")";
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
