package org.flowproof.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.flowproof.enclose.ode.OdeLoader;
import org.flowproof.flow.Observable;
import org.flowproof.flow.ObservableCatalogue;
import org.flowproof.problem.CaseLoader;
import org.flowproof.problem.InputException;
import org.flowproof.proof.Claim;
import org.flowproof.sweep.plan.SweepLoader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code list}: what there is, one line each. */
@Command(
    name = "list",
    description = "List claims, cases, sweeps, equations and observables, one line each.")
final class ListCommand extends CommandBase {

  /** What can be listed; the names are those of the command line. */
  enum Kind {
    claims,
    cases,
    sweeps,
    equations,
    observables
  }

  @Parameters(
      arity = "0..1",
      paramLabel = "KIND",
      description = "Only these: claims, cases, sweeps, equations or observables.")
  Kind kind;

  ListCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  public Integer call() {
    Map<Kind, List<Map<String, Object>>> lists = new LinkedHashMap<>();
    if (wanted(Kind.claims)) {
      lists.put(Kind.claims, claims());
    }
    Workspace workspace = workspace();
    if (wanted(Kind.cases)) {
      lists.put(
          Kind.cases,
          titled(workspace.caseIds(), id -> CaseLoader.load(workspace.caseFile(id)).title()));
    }
    if (wanted(Kind.sweeps)) {
      lists.put(
          Kind.sweeps,
          titled(workspace.sweepIds(), id -> SweepLoader.title(workspace.sweepFile(id))));
    }
    if (wanted(Kind.equations)) {
      lists.put(
          Kind.equations,
          titled(workspace.odeIds(), id -> OdeLoader.load(workspace.encloseFile(id)).title()));
    }
    if (wanted(Kind.observables)) {
      lists.put(Kind.observables, observables());
    }
    boolean sound =
        lists.values().stream().flatMap(List::stream).noneMatch(e -> e.containsKey("fault"));
    int code = sound ? ExitCode.OK : ExitCode.INPUT;
    if (options.json) {
      Map<String, Object> document = new LinkedHashMap<>(ResultJson.document("list", code));
      lists.forEach((name, entries) -> document.put(name.name(), entries));
      console().json(document);
    } else {
      lists.forEach((name, entries) -> print(name, entries));
    }
    return code;
  }

  private boolean wanted(Kind candidate) {
    return kind == null || kind == candidate;
  }

  private void print(Kind name, List<Map<String, Object>> entries) {
    console().print(name.name().toUpperCase(java.util.Locale.ROOT));
    TextTable table = new TextTable("  NAME", "ABOUT");
    for (Map<String, Object> entry : entries) {
      Object about = entry.containsKey("about") ? entry.get("about") : entry.get("title");
      table.row("  " + entry.get("name"), String.valueOf(about));
    }
    table.lines(false).stream().skip(1).forEach(console()::print);
  }

  private List<Map<String, Object>> claims() {
    List<Map<String, Object>> entries = new ArrayList<>();
    for (Claim claim : workspace().claims().claims()) {
      entries.add(entry(claim.id(), "title", claim.title()));
    }
    return entries;
  }

  /** A file that cannot be read is listed with its fault, so that the others stay visible. */
  private List<Map<String, Object>> titled(List<String> ids, UnaryOperator<String> title) {
    List<Map<String, Object>> entries = new ArrayList<>();
    for (String id : ids) {
      try {
        entries.add(entry(id, "title", title.apply(id)));
      } catch (InputException e) {
        console().error(e.getMessage());
        Map<String, Object> entry = entry(id, "title", "(cannot be read)");
        entry.put("fault", e.getMessage());
        entries.add(entry);
      }
    }
    return entries;
  }

  private static List<Map<String, Object>> observables() {
    List<Map<String, Object>> entries = new ArrayList<>();
    for (Observable observable : ObservableCatalogue.standard().all()) {
      String indices =
          observable.signature().indices().stream()
              .map(i -> Map.of("m", "j", "n", "k", "d", "i").get(i.size()))
              .collect(Collectors.joining(","));
      String times = observable.signature().timed() ? (indices.isEmpty() ? "t" : ",t") : "";
      String written =
          observable.signature().name()
              + (indices.isEmpty() && times.isEmpty() ? "" : "[" + indices + times + "]");
      Map<String, Object> entry = entry(written, "about", observable.about());
      entry.put("units", observable.units());
      entry.put("definition", observable.definition().orElse(null));
      entries.add(entry);
    }
    return entries;
  }

  private static Map<String, Object> entry(String name, String key, String text) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("name", name);
    entry.put(key, text);
    return entry;
  }
}
