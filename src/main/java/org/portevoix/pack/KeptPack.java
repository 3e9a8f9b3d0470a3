package org.portevoix.pack;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.ObjectMapper;
import io.micronaut.serde.annotation.Serdeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.portevoix.report.Report;

/** A pack without the words of residents, as the database keeps it: the same pack can be drawn from it again. */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
record KeptPack(
        Report report,
        String title,
        Instant madeAt,
        String zone,
        String version,
        List<Pack.Point> toDecide,
        List<Pack.First> firsts,
        List<Pack.Due> due,
        List<Pack.Standing> standings,
        List<Pack.Change> changes) {

    static String write(Pack pack, ObjectMapper json) {
        try {
            return json.writeValueAsString(new KeptPack(
                    pack.report(),
                    pack.title(),
                    pack.madeAt(),
                    pack.zone().getId(),
                    pack.version(),
                    pack.toDecide(),
                    pack.firsts(),
                    pack.due(),
                    pack.standings(),
                    pack.changes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Pack read(String kept, List<Pack.Voice> voices, ObjectMapper json) {
        try {
            return json.readValue(kept, KeptPack.class).with(voices);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Pack with(List<Pack.Voice> voices) {
        return new Pack(
                report, title, madeAt, ZoneId.of(zone), version, toDecide, voices, firsts, due, standings, changes);
    }
}
