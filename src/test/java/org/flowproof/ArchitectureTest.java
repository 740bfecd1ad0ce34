package org.flowproof;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The layers of docs/architecture.md. */
class ArchitectureTest {
  /** From the top down. */
  private static final List<String> LAYERS =
      List.of(
          "cli",
          "report",
          "sweep",
          "exposition",
          "falsify",
          "check",
          "enclose",
          "proof",
          "flow",
          "problem",
          "formula");

  private static JavaClasses classes;

  @BeforeAll
  static void scan() {
    classes =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.flowproof");
  }

  @Test
  void enoughWasScanned() {
    assertTrue(classes.size() > 60, "only " + classes.size() + " classes");
  }

  @Test
  void packagesUseOnlyThoseBelow() {
    for (int lower = 1; lower < LAYERS.size(); lower++) {
      String[] above =
          LAYERS.subList(0, lower).stream()
              .map(l -> "org.flowproof." + l + "..")
              .toArray(String[]::new);
      noClasses()
          .that()
          .resideInAPackage("org.flowproof." + LAYERS.get(lower) + "..")
          .should()
          .dependOnClassesThat(resideInAnyPackage(above))
          .check(classes);
    }
  }

  @Test
  void packagesFormNoCycles() {
    slices().matching("org.flowproof.(*)..").should().beFreeOfCycles().check(classes);
  }

  @Test
  void onlyProofSeesSymja() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.flowproof.proof..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.matheclipse..")
        .check(classes);
  }

  @Test
  void onlyFlowSeesTheOdeSolver() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.flowproof.flow..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.hipparchus.ode..")
        .check(classes);
  }

  @Test
  void onlyTheStoreSeesTheDatabase() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.flowproof.sweep.store..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.sqlite..", "java.sql..")
        .check(classes);
  }

  @Test
  void onlyTheCommandLinePrints() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.flowproof.cli..")
        .and()
        // the worker process of the algebra system answers on its standard output
        .resideOutsideOfPackage("org.flowproof.proof.symja..")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .check(classes);
  }

  @Test
  void namesSayWhatClassesAre() {
    noClasses().should().haveNameMatching(".*(Util|Utils|Manager|Helper|Impl)").check(classes);
  }

  /** What the checker of certificates shares with the prover is what both are wrong about. */
  @Test
  void theCheckerOfCertificatesUsesOnlyIntervals() {
    noClasses()
        .that()
        .resideInAPackage("org.flowproof.enclose.verify..")
        .should()
        .dependOnClassesThat(
            resideInAPackage("org.flowproof..")
                .and(
                    not(
                        resideInAnyPackage(
                                "org.flowproof.enclose.verify..",
                                "org.flowproof.enclose.interval..")
                            .or(type(org.flowproof.formula.NoValueException.class)))))
        .check(classes);
  }

  @Test
  void onlyTheCommandLineChecksCertificates() {
    noClasses()
        .that()
        .resideOutsideOfPackages("org.flowproof.enclose.verify..", "org.flowproof.cli..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.flowproof.enclose.verify..")
        .check(classes);
  }

  @Test
  void onlyTheKernelMakesProved() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.flowproof.proof.kernel..")
        .should()
        .callConstructor(org.flowproof.proof.kernel.ClaimStatus.Proved.class, List.class)
        .check(classes);
  }

  @Test
  void onlyWhoReadsTheWholeTubeMakesEnclosed() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("org.flowproof.enclose.claim.ClaimOnTube")
        .should()
        .callConstructor(
            org.flowproof.enclose.claim.Enclosed.class,
            org.flowproof.proof.Claim.class,
            double.class,
            int.class,
            long.class,
            boolean.class)
        .check(classes);
  }

  @Test
  void theToolsOfTheKernelDoNotUseIt() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "org.flowproof.proof.exact..",
            "org.flowproof.proof.smt..",
            "org.flowproof.proof.symja..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.flowproof.proof.kernel..", "org.flowproof.proof.derive..")
        .check(classes);
  }

  @Test
  void exactArithmeticUsesNeitherTool() {
    noClasses()
        .that()
        .resideInAPackage("org.flowproof.proof.exact..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.flowproof.proof.smt..", "org.flowproof.proof.symja..")
        .check(classes);
  }
}
