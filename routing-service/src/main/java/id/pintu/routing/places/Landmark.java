package id.pintu.routing.places;

import id.pintu.events.SubmittedReport.GeoCoordinates;

/**
 * Place with known coordinates: a town, a village, the seat of a kecamatan.
 *
 * @param region code of the kabupaten/kota it belongs to
 */
public record Landmark(String region, String name, GeoCoordinates point) {}
