package id.pintu.house.telling;

/** What a point on the map told about the place: never a boundary, only the nearest place that is known. */
final class Point {

    private Point() {}

    static Words near(Facts facts) {
        return facts.first("point-near")
                .map(name -> new Words(
                                "Tempat terdekat yang kami kenal dari titik yang dikirim: %s, kira-kira %s km.",
                                "The nearest place we know to the point that was sent: %s, about %s km.")
                        .with(name, kilometres(facts)))
                .orElse(Words.NONE);
    }

    static Words ignored(Facts facts) {
        return facts.all("point").contains("ignored")
                ? new Words(
                                "Titik yang dikirim tidak dipakai: tempat terdekat yang kami kenal %s km jauhnya.",
                                "The point that was sent was not used: the nearest place we know is %s km away.")
                        .with(kilometres(facts))
                : Words.NONE;
    }

    private static String kilometres(Facts facts) {
        return facts.first("point-km").orElse("?");
    }
}
