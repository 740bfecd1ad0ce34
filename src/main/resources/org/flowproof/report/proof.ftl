[#if fixed?has_content]
[=fixed]
[/#if]
[#list steps as s]
[=s.words]
[#if s.display?has_content]
\begin{equation}
[=s.display]\tag{\ref{[=claimLabel]}.[=s.number]}\label{[=s.label]}
\end{equation}
[/#if]
[#if s.where?has_content]
with
[#list s.where as line]
\begin{equation*}
[=line]
\end{equation*}
[/#list]
[/#if]
[#if s.claimed]
as claimed.
[/#if]
[#if s.open]
\textbf{This step is open:} [=s.reason].
[/#if]
[/#list]
