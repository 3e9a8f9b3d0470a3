package org.portevoix.operation;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The digest of a table: the sum of the SHA-256 of its rows. It hangs on no order, since two servers may sort the same words in two
 * ways.
 */
final class TableDigest {
    private final MessageDigest sha = sha256();
    private final byte[] sum = new byte[32];
    private long rows;

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    void add(byte[] row) {
        byte[] digest = sha.digest(row);
        int carry = 0;
        for (int i = sum.length - 1; i >= 0; i--) {
            int both = (sum[i] & 0xff) + (digest[i] & 0xff) + carry;
            sum[i] = (byte) both;
            carry = both >> 8;
        }
        rows++;
    }

    long rows() {
        return rows;
    }

    String hex() {
        return HexFormat.of().formatHex(sum);
    }
}
