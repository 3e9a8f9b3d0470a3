package org.portevoix.flag;

import jakarta.inject.Singleton;
import java.util.stream.Stream;
import org.portevoix.distress.Distress;

/** The words for which an opinion is read first. */
@Singleton
final class Dangers implements Detector {

    private final Distress distress;

    Dangers(Distress distress) {
        this.distress = distress;
    }

    @Override
    public Stream<Found> find(String words) {
        return distress.signs(words).stream().map(sign -> new Found(FlagKind.DISTRESS, sign.from(), sign.to()));
    }
}
