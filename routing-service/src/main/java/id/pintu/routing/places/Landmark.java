package id.pintu.routing.places;

import id.pintu.events.Report.Point;

/**
 * A place of which it is known where it lies: a town, a village, the seat of a kecamatan.
 *
 * @param region code of the kabupaten/kota it belongs to
 */
public record Landmark(String region, String name, Point point) {}
