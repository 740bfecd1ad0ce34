package org.flowproof.proof;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All claims below one directory, by id. */
public final class ClaimCatalogue {
  private final Map<String, Claim> byId = new TreeMap<>();

  private ClaimCatalogue(List<Claim> claims) {
    claims.forEach(c -> byId.put(c.id(), c));
  }

  /**
   * Reads every {@code *.yaml} below a directory.
   *
   * @param proofsRoot the directory that claim ids are relative to
   */
  public static ClaimCatalogue load(Path proofsRoot) {
    throw new UnsupportedOperationException("not written yet: " + proofsRoot);
  }

  /** A catalogue of given claims, for tests and tools. */
  public static ClaimCatalogue of(List<Claim> claims) {
    return new ClaimCatalogue(claims);
  }

  /** All claims in order of id. */
  public List<Claim> claims() {
    return List.copyOf(byId.values());
  }

  /** One claim. */
  public Optional<Claim> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }
}
