package org.flowproof.problem;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.flowproof.problem.yaml.StrictMap;
import org.flowproof.problem.yaml.StrictValue;
import org.flowproof.problem.yaml.StrictYaml;

/** Reads {@code cases/<area>/<case>.yaml}; every key is described in docs/file-formats.md. */
public final class CaseLoader {
  /** Largest number of hidden weights. */
  private static final long MAX_WEIGHTS = 20_000_000;

  private CaseLoader() {}

  /**
   * Reads a case and the data files it names.
   *
   * @param file the case file
   * @return the case
   * @throws InputException when anything in it is not usable; nothing else is thrown for bad input
   */
  public static CaseFile load(Path file) {
    return load(file, OptionalLong.empty());
  }

  /**
   * Reads a case with another seed, for {@code --seed}.
   *
   * @param file the case file
   * @param seed used instead of every {@code seed} in the file; the file's own when empty
   * @return the case
   * @throws InputException as above
   */
  public static CaseFile load(Path file, OptionalLong seed) {
    StrictMap top = StrictYaml.read(file).allow(CaseKeys.TOP);
    top.get("format").integer(1, 1);
    return assemble(top, id(top.get("case")), top.text("title"), seed);
  }

  /**
   * Reads the sections of a case that determine its problem, as they stand inside another file.
   *
   * @param sections {@code data}, {@code network}, {@code loss}, {@code initialization} and {@code
   *     dynamics}, each as in a case file; data files are relative to the file they stand in
   * @param id of the case
   * @param title of the case
   * @param seed used instead of every {@code seed} in the sections; their own when empty
   * @return a case without claims, values and figures
   * @throws InputException when anything in it is not usable
   */
  public static CaseFile sections(StrictMap sections, String id, String title, OptionalLong seed) {
    return assemble(sections.allow(CaseKeys.SECTIONS), id, title, seed);
  }

  private static CaseFile assemble(StrictMap top, String id, String title, OptionalLong seed) {
    Network network = NetworkSection.network(top.map("network"));
    Loss loss = NetworkSection.loss(top.map("loss"));
    DataSection dataSection = new DataSection(top.map("data"), seed, network.activation());
    DataSet data = dataSection.read();
    refuseUnusualLabels(top, data, loss);
    if ((long) network.width() * data.d() > MAX_WEIGHTS) {
      throw top.map("network")
          .get("width")
          .refuse(
              network.width() + " neurons of dimension " + data.d(),
              "at most " + MAX_WEIGHTS + " hidden weights");
    }
    InitializationSection.refuseOddWidth(top.map("initialization"), top.map("network"), network);
    InitializationSection.Initial initial =
        InitializationSection.read(top.map("initialization"), network, data, seed);
    Dynamics dynamics = DynamicsSection.read(top.map("dynamics"), loss);
    InitializationSection.refuseLimitOfDescent(top.map("initialization"), dynamics);
    Map<String, Long> seeds = new LinkedHashMap<>();
    dataSection.seed().ifPresent(used -> seeds.put("data", used));
    initial.law().ifPresent(law -> seeds.put("initial weights", law.seed()));
    return new CaseFile(
        id,
        top.file(),
        title,
        top.text("notes", ""),
        new Problem(data, network, loss, initial.weights(), initial.origin(), dynamics),
        CheckSection.check(top.list("check")),
        CheckSection.plots(top.list("plot")),
        CheckSection.values(top.list("values")),
        dataSection.files(),
        seeds,
        new Draws(dataSection.sampled(), initial.law()),
        top.map("dynamics").find("integrator").map(StrictValue::located),
        top.find("ending").map(CheckSection::ending),
        top.find("alignment").map(v -> AlignmentSection.read(v.map())),
        top.find("margins").map(v -> MarginsSection.read(v.map())),
        top.find("small-start").map(v -> SmallStartSection.read(v.map(), network.width())),
        top.map("data").find("target").map(v -> target(top.map("data"), v.map(), data.d())),
        top.find("branches").map(v -> BranchesSection.read(v.map())),
        top.find("extremal").map(v -> ExtremalSection.read(v.map(), data.n())),
        top.find("enclose").map(v -> EnclosureSection.read(v.map())));
  }

  private static SingleNeuron target(StrictMap data, StrictMap target, int inputs) {
    return TargetSection.read(target, inputs, data.bool("bias", false));
  }

  /**
   * The id of a file below {@code cases/}, which must say where the file is, so that it is found by
   * its name and the reverse.
   *
   * @param value the id as it stands in the file
   * @throws InputException when it is not an id, or that of another file
   */
  public static String id(StrictValue value) {
    String id = value.text();
    if (!CheckSection.ID.matcher(id).matches()) {
      throw value.refuse(
          "not an id: '" + id + "'", "small letters, digits and hyphens, parts joined by /");
    }
    Path path = value.file().toAbsolutePath().normalize();
    String whole = path.toString().replace(path.getFileSystem().getSeparator(), "/");
    String bare = whole.replaceFirst("\\.ya?ml$", "");
    int root = bare.lastIndexOf("/cases/");
    String place = root < 0 ? bare.substring(bare.lastIndexOf('/') + 1) : bare.substring(root + 7);
    boolean fits = root < 0 ? id.equals(place) || id.endsWith("/" + place) : id.equals(place);
    if (!fits) {
      throw value.refuse(
          "the id '" + id + "' does not fit the file",
          root < 0 ? "an id that ends in the file's name" : "the path below cases/",
          Optional.of(place));
    }
    return id;
  }

  private static void refuseUnusualLabels(StrictMap top, DataSet data, Loss loss) {
    if (loss.kind() == Loss.Kind.SQUARED) {
      return;
    }
    for (int k = 0; k < data.n(); k++) {
      if (Math.abs(data.y().get(k)) != 1) {
        throw top.map("data")
            .refuse(
                "label " + (k + 1) + " is " + data.y().get(k),
                "1 or -1 with the "
                    + loss.kind().text()
                    + " loss; 'select' makes these of two classes in a file");
      }
    }
  }
}
