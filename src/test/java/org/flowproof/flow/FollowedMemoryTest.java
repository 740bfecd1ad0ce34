package org.flowproof.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A followed run fits into memory that the whole trajectory does not fit into. */
class FollowedMemoryTest {
  private static final String HEAP = "-Xmx16m";

  private record Outcome(int code, String text) {}

  @Test
  @Tag("slow")
  void whatIsFollowedIsNotKept() throws IOException, InterruptedException {
    Outcome followed = run("followed");
    assertEquals(0, followed.code(), followed.text());
    long events = Long.parseLong(followed.text().strip());
    assertTrue(events > 30_000, events + " events");
    // the bound is one: the same run, kept, breaks it
    Outcome kept = run("kept");
    assertTrue(kept.code() != 0 && kept.text().contains("OutOfMemoryError"), kept.text());
  }

  private static Outcome run(String mode) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                HEAP,
                "-cp",
                System.getProperty("java.class.path"),
                FollowedMemory.class.getName(),
                "2000",
                "50",
                "16",
                mode)
            .redirectErrorStream(true)
            .start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Outcome(process.waitFor(), text);
  }
}
