/** Strict reading of YAML files: positions, typed values, no tags, no aliases, no surprises. */
package org.flowproof.problem.yaml;
