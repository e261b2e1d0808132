# SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What SIPp plays: each function makes one scenario, for a phone that is called or for one that calls."""

SDP = """Content-Type: application/sdp
Content-Length: [len]

v=0
o=sipp 1 {version} IN IP4 127.0.0.1
s=-
c=IN IP4 127.0.0.1
t=0 0
m=audio [media_port] RTP/AVP 0
a=rtpmap:0 PCMU/8000
a={direction}
"""
NO_BODY = "Content-Length: 0\n\n"


def scenario(*steps):
    return '<?xml version="1.0" encoding="UTF-8"?>\n<scenario name="play">\n' + "\n".join(steps) + "\n</scenario>\n"


def send(text, retransmits=False):
    timer = ' retrans="500"' if retransmits else ""
    return f"<send{timer}><![CDATA[\n\n{text}]]></send>"


def pause(milliseconds):
    return f'<pause milliseconds="{milliseconds}"/>'


def receive(what, optional=False, action="", routes=False):
    kind = "response" if what.isdigit() else "request"
    extra = (' optional="true"' if optional else "") + (' rrs="true"' if routes else "")
    return f'<recv {kind}="{what}"{extra}>{action}</recv>'


def sdp(version=1, direction="sendrecv"):
    return SDP.format(version=version, direction=direction)


# The side that is called

def answer(status, body=NO_BODY):
    return send(f"SIP/2.0 {status}\n[last_Via:]\n[last_From:]\n[last_To:];tag=[call_number]\n[last_Call-ID:]\n[last_CSeq:]\n"
                f"Contact: <sip:phone@127.0.0.1:[local_port]>\n{body}", retransmits=status.startswith("200"))


def agree(body=NO_BODY):
    """200 to a request within the dialogue: the tags are there."""
    return send(f"SIP/2.0 200 OK\n[last_Via:]\n[last_From:]\n[last_To:]\n[last_Call-ID:]\n[last_CSeq:]\n"
                f"Contact: <sip:phone@127.0.0.1:[local_port]>\n{body}")


KEEP_PARTIES = ('<action><ereg regexp=":.*" search_in="hdr" header="From" assign_to="them"/>'
                '<ereg regexp=":.*" search_in="hdr" header="To" assign_to="us"/></action>')
USE_PARTIES = '<Reference variables="them,us"/>'


def ask(method, number, extra="", body=NO_BODY):
    """A request of the called side within the dialogue."""
    return send(f"{method} [next_url] SIP/2.0\nVia: SIP/2.0/UDP 127.0.0.1:[local_port];branch=[branch]\nFrom[$us]\n"
                f"To[$them]\nCall-ID: [call_id]\nCSeq: {number} {method}\nMax-Forwards: 70\n"
                f"Contact: <sip:phone@127.0.0.1:[local_port]>\n{extra}{body}", retransmits=True)


def acknowledge_own(number):
    return send(f"ACK [next_url] SIP/2.0\nVia: SIP/2.0/UDP 127.0.0.1:[local_port];branch=[branch]\nFrom[$us]\n"
                f"To[$them]\nCall-ID: [call_id]\nCSeq: {number} ACK\nMax-Forwards: 70\n{NO_BODY}")


def picks_up(ring):
    return [receive("INVITE", routes=True), answer("180 Ringing"), pause(ring), answer("200 OK", sdp()),
            receive("ACK", action=KEEP_PARTIES), USE_PARTIES]


def phone_answers(ring):
    return scenario(*picks_up(ring), receive("BYE"), agree())


def phone_answers_and_hangs_up(ring, talk):
    return scenario(*picks_up(ring), pause(talk), ask("BYE", 1), receive("200"))


GIVES_WAY = [receive("CANCEL"),
             send("SIP/2.0 200 OK\n[last_Via:]\n[last_From:]\n[last_To:];tag=[call_number]\n[last_Call-ID:]\n[last_CSeq:]\n" + NO_BODY),
             send("SIP/2.0 487 Request Terminated\n[last_Via:]\n[last_From:]\n[last_To:];tag=[call_number]\n[last_Call-ID:]\n"
                  "CSeq: [cseq] INVITE\n" + NO_BODY),
             receive("ACK")]


def phone_rings():
    """Rings until the other side gives up, or somebody else answers."""
    return scenario(receive("INVITE", routes=True), answer("180 Ringing"), *GIVES_WAY)


def phone_answers_the_second_call(ring):
    """Lets the first one ring until the other side gives up."""
    count = ('<nop><action><add assign_to="count" value="1"/>'
             '<test assign_to="first" variable="count" compare="equal" value="1"/></action></nop>')
    return scenario('<Global variables="count"/>', receive("INVITE", routes=True), count, answer("180 Ringing"),
                    '<nop next="1" test="first"/>', pause(ring), answer("200 OK", sdp()), receive("ACK"), receive("BYE"), agree(),
                    '<nop next="2"/>', '<label id="1"/>', *GIVES_WAY, '<label id="2"/>')


def phone_refuses(status, ring=0):
    return scenario(receive("INVITE", routes=True), answer("180 Ringing"), pause(ring), answer(status), receive("ACK"))


def phone_holds(ring, before, held, after):
    invite = [ask("INVITE", 1, body=sdp(2, "sendonly")), receive("100", optional=True), receive("200"), acknowledge_own(1)]
    again = [ask("INVITE", 2, body=sdp(3)), receive("100", optional=True), receive("200"), acknowledge_own(2)]
    return scenario(*picks_up(ring), pause(before), *invite, pause(held), *again, pause(after), ask("BYE", 3), receive("200"))


def phone_transfers(ring, talk, target):
    """Hands the caller over by REFER, and does not want to be told how it goes on."""
    refer = f"Refer-To: <sip:{target}@127.0.0.1>\nReferred-By: <sip:phone@127.0.0.1>\nRefer-Sub: false\nSupported: norefersub\n"
    return scenario(*picks_up(ring), pause(talk), ask("REFER", 1, refer), receive("200"), ask("BYE", 2),
                    receive("200"))


def phone_asks_and_transfers(ring, refer_to):
    """Holds the caller, and when it is told hands it over to whom the phone talks to in another call: REFER with Replaces, as the
    second press of a desk phone's transfer button. Who that is stands in the file refer_to by then."""
    hold = [ask("INVITE", 1, body=sdp(2, "sendonly")), receive("100", optional=True), receive("200"), acknowledge_own(1)]
    refer = f"Refer-To: <[file name={refer_to}]>\nReferred-By: <sip:phone@127.0.0.1>\nRefer-Sub: false\nSupported: norefersub\n"
    return scenario(*picks_up(ring), pause(500), *hold, receive("OPTIONS"), ask("REFER", 2, refer), receive("200"), ask("BYE", 3),
                    receive("200"))


# The side that calls

def request(method, caller, number="1", to_tag="[peer_tag_param]", uri="[next_url]", extra="", body=NO_BODY):
    return send(f"{method} {uri} SIP/2.0\nVia: SIP/2.0/UDP 127.0.0.1:[local_port];branch=[branch]\n"
                f"From: {caller};tag=[call_number]\nTo: <sip:[service]@127.0.0.1:[remote_port]>{to_tag}\nCall-ID: [call_id]\n"
                f"CSeq: {number} {method}\nMax-Forwards: 70\nContact: <sip:caller@127.0.0.1:[local_port]>\n{extra}{body}",
                retransmits=method != "ACK")


def calls(caller, extra=""):
    uri = "sip:[service]@127.0.0.1:[remote_port]"
    return [request("INVITE", caller, to_tag="", uri=uri, extra=extra, body=sdp())]


RINGS = [receive(code, optional=True) for code in ("100", "180", "183")]


def caller_hangs_up(caller, talk, extra=""):
    return scenario(*calls(caller, extra), *RINGS, receive("200", routes=True), request("ACK", caller), pause(talk),
                    request("BYE", caller, "2"), receive("200"))


def caller_stays(caller):
    """Talks until the other side hangs up."""
    return scenario(*calls(caller), *RINGS, receive("200", routes=True), request("ACK", caller), receive("BYE"), agree())


def caller_gives_up(caller, ring):
    uri = "sip:[service]@127.0.0.1:[remote_port]"
    return scenario(*calls(caller), receive("100", optional=True), receive("180"), pause(ring), cancel(caller, uri),
                    receive("200"), receive("487"), request("ACK", caller, uri=uri))


def cancel(caller, uri):
    return send(f"CANCEL {uri} SIP/2.0\n[last_Via:]\nFrom: {caller};tag=[call_number]\n"
                f"To: <sip:[service]@127.0.0.1:[remote_port]>\nCall-ID: [call_id]\nCSeq: 1 CANCEL\nMax-Forwards: 70\n{NO_BODY}")


def caller_is_refused(caller, *statuses):
    """Any of these ends it."""
    uri = "sip:[service]@127.0.0.1:[remote_port]"
    others = [f'<recv response="{status}" optional="true" next="1"/>' for status in statuses[1:]]
    return scenario(*calls(caller), *RINGS, *others, f'<recv response="{statuses[0]}"/>', '<label id="1"/>',
                    request("ACK", caller, uri=uri))
