package org.portevoix.pack;

import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.scheduling.annotation.Scheduled;
import io.micronaut.serde.ObjectMapper;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.portevoix.contract.Contract;
import org.portevoix.contract.Contracts;
import org.portevoix.participation.Period;
import org.portevoix.web.Digests;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Freezes packs: bytes, data, fingerprints and the version of the program, for ever. A correction is one more, which says what
 * changed.
 */
@Singleton
class FrozenPacks {
    private static final Logger LOG = LoggerFactory.getLogger(FrozenPacks.class);
    private static final int AT_A_TIME = 20;
    private static final int KEY_LENGTH = 32;

    private final FrozenPackRepository rows;
    private final Drawn drawn;
    private final Replacing replacing;

    /** How a pack is drawn and written. */
    @Singleton
    record Drawn(
            Packs packs,
            Voices voices,
            Differences differences,
            List<PackFormat> formats,
            ObjectMapper json,
            ProgramVersion version,
            Clock clock) {}

    FrozenPacks(FrozenPackRepository rows, Drawn drawn, Replacing replacing) {
        this.rows = rows;
        this.drawn = drawn;
        this.replacing = replacing;
    }

    /** The pack of a period as things stand now. The same form once more is the same pack. @param by null for the site itself */
    @Transactional
    FrozenPack freeze(Contract contract, Period period, FrozenPack.Cause cause, @Nullable Long by, String formKey) {
        return rows.findByFormKey(contract.id(), formKey).orElseGet(() -> {
            Pack pack = drawn.packs().of(contract, period);
            List<Voices.Said> voices = drawn.voices().chosen(contract.id(), period);
            return replacing.keep(contract.id(), pack, voices, new Made(cause, by, formKey, null, null));
        });
    }

    /** The same period as things stand now, with what changed since; empty where that pack is corrected already. */
    @Transactional
    Optional<FrozenPack> correct(Contract contract, FrozenPack former, String reason, long by, String formKey) {
        Optional<FrozenPack> known = rows.findByFormKey(contract.id(), formKey);
        if (known.isPresent() || former.correctedBy() != null) {
            return known;
        }
        Pack now = drawn.packs().of(contract, former.time());
        List<Voices.Said> voices = drawn.voices().chosen(contract.id(), former.time());
        Pack told = replacing.telling(now, drawn.differences().between(read(former), now));
        return Optional.of(replacing.keep(
                contract.id(), told, voices, new Made(FrozenPack.Cause.CORRECTED, by, formKey, former.id(), reason)));
    }

    /** As it was frozen, with those of its words that are still shown. */
    Pack read(FrozenPack frozen) {
        return replacing.read(frozen);
    }

    /** What replaced it last, or itself. */
    FrozenPack latest(FrozenPack frozen) {
        FrozenPack latest = frozen;
        while (latest.correctedBy() != null) {
            latest = rows.find(latest.contractId(), latest.correctedBy()).orElseThrow();
        }
        return latest;
    }

    /** Puts a pack without them in the place of each whose words are no longer shown; on each machine, one of them does it. */
    @Scheduled(fixedDelay = "1m", initialDelay = "${portevoix.jobs.first:2m}")
    void replace() {
        for (FrozenPack frozen : rows.findToReplace(AT_A_TIME)) {
            try {
                replacing.replace(frozen);
            } catch (DataAccessException e) {
                if (rows.find(frozen.id()).map(FrozenPack::correctedBy).isEmpty()) {
                    throw e;
                }
                LOG.info("Pack {} was replaced by another machine", frozen.id());
            }
        }
    }

    static String key(String occasion) {
        return HexFormat.of()
                .formatHex(Digests.sha256(occasion.getBytes(StandardCharsets.UTF_8)))
                .substring(0, KEY_LENGTH);
    }

    /** How a pack comes to be kept. @param corrects the id of the one that it replaces, and {@code reason} why */
    record Made(
            FrozenPack.Cause cause,
            @Nullable Long by,
            String formKey,
            @Nullable Long corrects,
            @Nullable String reason) {}

    /** Writes packs down, each in one transaction. */
    @Singleton
    static class Replacing {
        private final FrozenPackRepository rows;
        private final Contracts contracts;
        private final Drawn drawn;
        private final PackWords words;

        Replacing(FrozenPackRepository rows, Contracts contracts, Drawn drawn, PackWords words) {
            this.rows = rows;
            this.contracts = contracts;
            this.drawn = drawn;
            this.words = words;
        }

        Pack read(FrozenPack frozen) {
            return KeptPack.read(
                    rows.findData(frozen.id()),
                    voices(frozen).stream().map(Voices.Said::voice).toList(),
                    drawn.json());
        }

        Pack telling(Pack pack, List<Pack.Change> changes) {
            return new Pack(
                    pack.report(),
                    pack.title(),
                    pack.madeAt(),
                    pack.zone(),
                    pack.version(),
                    pack.toDecide(),
                    pack.voices(),
                    pack.firsts(),
                    pack.due(),
                    pack.standings(),
                    changes);
        }

        /** The same pack without the words that are gone: every figure as it was. */
        @Transactional
        FrozenPack replace(FrozenPack frozen) {
            Pack before = read(frozen);
            List<Voices.Said> left = voices(frozen);
            Pack after = new Pack(
                    before.report(),
                    before.title(),
                    drawn.clock().instant().truncatedTo(ChronoUnit.SECONDS),
                    before.zone(),
                    drawn.version().get(),
                    before.toDecide(),
                    before.voices(),
                    before.firsts(),
                    before.due(),
                    before.standings(),
                    List.of(drawn.differences().wordsGone(left.size())));
            return keep(
                    contracts.find(frozen.contractId()).orElseThrow().id(),
                    after,
                    left,
                    new Made(
                            FrozenPack.Cause.WORDS_GONE,
                            null,
                            key("words/" + frozen.id()),
                            frozen.id(),
                            words.say("pack.desk.words_gone")));
        }

        @Transactional
        FrozenPack keep(long contractId, Pack pack, List<Voices.Said> voices, Made made) {
            String data = KeptPack.write(pack, drawn.json());
            byte[] dataHash = Digests.sha256(data.getBytes(StandardCharsets.UTF_8));
            List<File> files = files(pack);
            rows.add(
                    contractId,
                    pack.report().period().key(),
                    rows.nextNumber(contractId),
                    made.formKey(),
                    pack.report().edition(),
                    pack.report().asOf(),
                    pack.madeAt(),
                    made.by(),
                    pack.version(),
                    data,
                    dataHash,
                    whole(dataHash, files),
                    made.cause(),
                    made.corrects(),
                    made.reason());
            FrozenPack kept = rows.findByFormKey(contractId, made.formKey()).orElseThrow();
            for (File file : files) {
                rows.addFile(
                        kept.id(),
                        file.audience(),
                        file.name(),
                        file.mediaType(),
                        file.bytes().length,
                        Digests.sha256(file.bytes()),
                        file.bytes());
            }
            for (int position = 0; position < voices.size(); position++) {
                Voices.Said said = voices.get(position);
                rows.addVoice(
                        kept.id(),
                        position,
                        said.opinionId(),
                        said.voice().words(),
                        said.voice().language(),
                        said.voice().french(),
                        said.voice().about());
            }
            LOG.info("Pack {} of contract {} is frozen: {}", kept.number(), contractId, made.cause());
            return kept;
        }

        private List<Voices.Said> voices(FrozenPack frozen) {
            return rows.findVoices(frozen.id()).stream().map(FrozenVoice::said).toList();
        }

        private record File(Audience audience, String name, String mediaType, byte[] bytes) {}

        private List<File> files(Pack pack) {
            List<File> files = new ArrayList<>();
            for (Audience audience : Audience.values()) {
                Pack theirs = audience.of(pack);
                for (PackFormat format : drawn.formats()) {
                    files.add(new File(
                            audience, format.name() + "." + format.ending(), format.mediaType(), format.write(theirs)));
                }
            }
            return files;
        }

        /** SHA-256 of a list as sha256sum writes it: the data, then the files in the order of their names. */
        private static byte[] whole(byte[] dataHash, List<File> files) {
            String list = files.stream()
                    .map(file -> HexFormat.of().formatHex(Digests.sha256(file.bytes())) + "  " + file.audience() + "/"
                            + file.name() + "\n")
                    .sorted()
                    .collect(Collectors.joining("", HexFormat.of().formatHex(dataHash) + "  data\n", ""));
            return Digests.sha256(list.getBytes(StandardCharsets.UTF_8));
        }
    }
}
