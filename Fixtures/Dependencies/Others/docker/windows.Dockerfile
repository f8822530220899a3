# escape=`
FROM mcr.microsoft.com/windows/servercore:ltsc2022
SHELL ["powershell", "-Command"]
RUN iwr -useb https://get.example.org/install.ps1 | iex
RUN iex ((New-Object System.Net.WebClient).DownloadString('https://chocolatey.example.org/install.ps1')); `
    dotnet tool install --global dotnet-ef --version 8.0.1
