package org.portevoix.participation;

import jakarta.inject.Singleton;

/** The public figures of all the time as files, for the archive of a contract's open data. */
@Singleton
public class ParticipationFiles {
    private final PublishedFigures published;
    private final FiguresJson json;

    ParticipationFiles(PublishedFigures published, FiguresJson json) {
        this.published = published;
        this.json = json;
    }

    /**
     * The same figures twice.
     *
     * @param tag under which they stand
     */
    public record Files(String json, String csv, String tag) {}

    public Files of(long contractId) {
        Figures figures = published.of(contractId);
        return new Files(json.write(figures), FiguresCsv.write(figures), PublishedFigures.tag(contractId));
    }
}
