package org.portevoix.opendata;

import jakarta.inject.Singleton;
import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.portevoix.contract.Contract;
import org.portevoix.contract.OpenData;
import org.portevoix.contract.OpenList;
import org.portevoix.contract.Visit;
import org.portevoix.language.Texts;
import org.portevoix.participation.ParticipationFiles;
import org.portevoix.web.RateLimits;
import org.portevoix.web.Resources;
import org.portevoix.web.Turns;
import org.portevoix.web.WrittenFile;

/**
 * All the open data of a contract in one file, as it is that day: the same data gives the same bytes. One archive at a time is made
 * on a machine, and of it one list at a time is in memory, never as a text.
 */
@Singleton
class Archive {
    private static final String FIGURES = "participation";
    private static final Duration OLDEST_FIGURES = Duration.ofMinutes(10);
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final List<OpenList> lists;
    private final ParticipationFiles participation;
    private final OpenData openData;
    private final Papers papers;
    private final Clock clock;
    private final Turns turn = new Turns(1);

    /** What goes with the data. */
    @Singleton
    record Papers(Description description, Dictionary dictionary, Texts texts) {}

    Archive(List<OpenList> lists, ParticipationFiles participation, OpenData openData, Papers papers, Clock clock) {
        this.lists = lists.stream().sorted(Comparator.comparing(OpenList::name)).toList();
        this.participation = participation;
        this.openData = openData;
        this.papers = papers;
        this.clock = clock;
    }

    WrittenFile of(Visit visit) {
        return turn.take(() -> {
                    try {
                        return made(visit);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .orElseThrow(RateLimits::tooMany);
    }

    private WrittenFile made(Visit visit) throws IOException {
        LocalDate today = LocalDate.now(clock.withZone(visit.zone()));
        // Of the figures alone: new ones come every few seconds, and it takes as long to make.
        Instant until = earlier(
                today.plusDays(1).atStartOfDay(visit.zone()).toInstant(),
                clock.instant().plus(OLDEST_FIGURES));
        Set<String> tags = new HashSet<>();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            put(zip, "LISEZMOI.txt", said("/opendata/lisezmoi.txt", visit, today));
            put(zip, "LICENCE.txt", said("/opendata/licence.txt", visit, today));
            put(zip, "dictionnaire.csv", papers.dictionary().csv());
            put(zip, "openapi.json", papers.description().text());
            for (OpenList list : lists) {
                OpenData.Listing<?> listing = list.of(visit);
                tags.addAll(listing.tags());
                until = earlier(until, listing.until());
                put(zip, list.name() + ".json", to -> openData.writeJson(listing, to));
                put(zip, list.name() + ".csv", to -> openData.writeCsv(listing, to));
            }
            ParticipationFiles.Files figures = participation.of(visit.contractId());
            tags.add(figures.tag());
            put(zip, FIGURES + ".json", figures.json());
            put(zip, FIGURES + ".csv", figures.csv());
        }
        return new WrittenFile("application/zip", bytes.toByteArray(), tags, until);
    }

    private static Instant earlier(Instant until, @Nullable Instant other) {
        return other == null || until.isBefore(other) ? until : other;
    }

    private String said(String file, Visit visit, LocalDate today) {
        Contract contract = visit.contract();
        String title = papers.texts()
                .read(visit.lang(), contract.titleText())
                .get(contract.titleText())
                .body();
        return Resources.read(file)
                .replace("{title}", title)
                .replace("{day}", today.toString())
                .replace("{url}", openData.url(visit.address("")));
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        put(zip, name, to -> {
            try {
                to.append(text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static void put(ZipOutputStream zip, String name, Consumer<Appendable> write) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        Writer writer = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8));
        write.accept(writer);
        writer.flush();
        zip.closeEntry();
    }
}
