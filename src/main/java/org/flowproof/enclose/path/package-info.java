/**
 * The flow of a network in plain numbers, pieces of paths, and the field along them and its
 * derivative as Taylor models. Projections on the kinks of a slide.
 */
package org.flowproof.enclose.path;
