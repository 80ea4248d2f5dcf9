package org.fenceline.exchange.position;

import java.math.BigDecimal;

/**
 * One coordinate as it was read.
 *
 * @param degrees north or east; south and west are below 0
 * @param axis which coordinate its letter says that it is
 * @param notation which of the three notations of degrees
 * @param stepDegrees what one step of its last digit is worth
 * @param found its text
 */
record Angle(BigDecimal degrees, Axis axis, Notation notation, double stepDegrees, String found) {}
