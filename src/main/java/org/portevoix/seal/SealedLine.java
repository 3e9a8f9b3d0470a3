package org.portevoix.seal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.portevoix.web.Digests;

/** A line of the log, and how its fingerprint is made (docs/decisions/0025). @param at to the microsecond */
record SealedLine(
        long number,
        Instant at,
        @Nullable Long accountId,
        @Nullable Long contractId,
        String act,
        String subjectKind,
        String subject,
        String detail,
        byte[] previousHash) {

    private static final String VERSION = "portevoix-seal-1\n";
    private static final DateTimeFormatter AT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    static SealedLine after(Head head, Instant at, Deed deed) {
        return new SealedLine(
                head.number() + 1,
                at,
                deed.accountId(),
                deed.contractId(),
                deed.act().name(),
                deed.subjectKind(),
                deed.subject(),
                deed.detail(),
                head.hash());
    }

    byte[] hash() {
        return Digests.sha256(canonical());
    }

    /** Each field in the order of the record: the count of its bytes in UTF-8, a colon, the bytes, an end of line; "-" of what is null. */
    private byte[] canonical() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(VERSION.getBytes(StandardCharsets.UTF_8));
        write(bytes, Long.toString(number));
        write(bytes, AT.format(at));
        write(bytes, accountId == null ? null : Long.toString(accountId));
        write(bytes, contractId == null ? null : Long.toString(contractId));
        write(bytes, act);
        write(bytes, subjectKind);
        write(bytes, subject);
        write(bytes, detail);
        write(bytes, HexFormat.of().formatHex(previousHash));
        return bytes.toByteArray();
    }

    private static void write(ByteArrayOutputStream bytes, @Nullable String field) {
        if (field == null) {
            bytes.writeBytes("-\n".getBytes(StandardCharsets.UTF_8));
            return;
        }
        byte[] written = field.getBytes(StandardCharsets.UTF_8);
        bytes.writeBytes((written.length + ":").getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(written);
        bytes.write('\n');
    }
}
