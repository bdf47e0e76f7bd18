package org.mcpstrata.link;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.List;
import org.mcpstrata.store.RecordCodec;

/**
 * A member about whom all evidence is in, as little as can be kept of it until its group is known.
 *
 * @param number of the member, as {@link MemberHash} has it
 * @param keys its keys as numbers
 * @param identity who it is, encoded
 */
record KnownMember(long number, long[] keys, byte[] identity) implements Serializable {
    KnownMember {
        requireNonNull(keys, "keys");
        requireNonNull(identity, "identity");
    }

    static KnownMember of(MemberIdentity member, RecordCodec<MemberIdentity> codec) {
        List<String> keys = member.strongKeys();
        member.nameKeys().forEach((pass, hashes) -> hashes.forEach(hash -> keys.add(pass + ":" + hash)));
        return new KnownMember(
                MemberHash.of(member.member()),
                keys.stream().mapToLong(MemberHash::of).toArray(),
                codec.encode(member));
    }

    /** Never an identifier: members do not reach logs. */
    @Override
    public String toString() {
        return "a member with " + keys.length + " keys";
    }
}
