package org.flowproof.enclose.verify;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.lang.management.ManagementFactory;
import java.util.Locale;
import org.flowproof.enclose.Flows;
import org.flowproof.problem.Loss;
import org.flowproof.problem.Network;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Certificates of the flows of {@code GaussianFlowsTest} are verified, each to the end of its tube.
 */
class GaussianCertificatesTest {
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  @Tag("slow")
  void areVerified(long seed, TestReporter reporter) throws Exception {
    Certificates.Genuine genuine =
        Certificates.genuine(
            Flows.gaussian(8, 12, 2, 1e-3, 0, Loss.Kind.SQUARED, Network.Trained.BOTH, seed, 300),
            300);
    long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    CertificateChecker.Verdict verdict = Certificates.verdict(genuine.text());
    double seconds = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) * 1e-9;
    reporter.publishEntry(
        "certificate",
        String.format(
            Locale.ROOT,
            "seed %d: %.1f MB, %.1f s, %s, %s",
            seed,
            genuine.text().length() * 1e-6,
            seconds,
            genuine.enclosure().kinks(),
            verdict));
    assertInstanceOf(CertificateChecker.Verdict.Verified.class, verdict);
  }
}
