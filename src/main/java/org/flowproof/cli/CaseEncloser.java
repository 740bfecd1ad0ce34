package org.flowproof.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.flowproof.check.EnclosureCheck;
import org.flowproof.check.EnclosureResult;
import org.flowproof.check.TubeClaim;
import org.flowproof.check.TubeRun;
import org.flowproof.problem.CaseFile;
import org.flowproof.problem.CaseLoader;
import org.flowproof.problem.Dynamics;
import org.flowproof.proof.ClaimCatalogue;

/** Encloses the flows of cases and holds their claims against the tubes. */
final class CaseEncloser {
  private final TubeRun.Maker maker;
  private final ClaimCatalogue claims;
  private final OptionalLong seed;
  private final OptionalDouble until;

  /**
   * @param until in place of the time of the case
   */
  CaseEncloser(
      TubeRun.Maker maker, ClaimCatalogue claims, OptionalLong seed, OptionalDouble until) {
    this.maker = maker;
    this.claims = claims;
    this.seed = seed;
    this.until = until;
  }

  /**
   * What is to be done for a case.
   *
   * @param name the short name of the case, which names its section in a report
   * @param work encloses it
   */
  record Task(String name, Callable<CaseEnclosure> work) implements Callable<CaseEnclosure> {
    @Override
    public CaseEnclosure call() throws Exception {
      return work.call();
    }
  }

  /**
   * What is to be done for a case; it is read at once.
   *
   * @throws org.flowproof.problem.InputException when the case cannot be used
   */
  Task task(Path path) {
    EnclosureCheck check = EnclosureCheck.prepare(CaseLoader.load(path, seed), claims);
    CaseFile file = check.file();
    if (!(file.problem().dynamics() instanceof Dynamics.Flow)) {
      throw new UsageException(file.id() + ": a descent has no flow to enclose");
    }
    double end = until.orElse(check.until());
    return new Task(
        file.shortName(),
        () -> {
          TubeRun run = maker.run(file.problem(), end);
          long start = System.nanoTime();
          List<TubeClaim> found = new ArrayList<>();
          for (int i = 0; i < check.count(); i++) {
            found.add(check.claim(i, run));
          }
          return new CaseEnclosure(
              new EnclosureResult(file, end, run, found, (System.nanoTime() - start) / 1e9));
        });
  }
}
