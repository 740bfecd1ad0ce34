/**
 * The flow of a network in plain numbers, pieces of paths, and the field along them as Taylor
 * models.
 */
package org.flowproof.enclose.path;
